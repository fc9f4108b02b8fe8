package jp.madoguchi.letter;

import io.jstach.jstache.JStache;
import jp.madoguchi.fee.FeeEntry;

/**
 * 領収書: that a fee was paid, under its number (R-FEE-BOOK).
 *
 * @param name the applicant's, as registered
 * @param handedOver what was given to the clerk
 * @param change what came back of it
 */
@JStache(path = "jp/madoguchi/letter/receipt.html")
public record Receipt(
    Letterhead head,
    String receiptNumber,
    String receptionNumber,
    String name,
    String amount,
    String handedOver,
    String change,
    String collectedOn,
    String clerk)
    implements Paper {

  public static Receipt of(Letterhead head, FeeEntry collected, String name) {
    int handedOver = collected.receivedYen().orElse(collected.amountYen());
    return new Receipt(
        head,
        number(collected.receiptNumber()),
        collected.receptionNumber(),
        name,
        Yen.figures(collected.amountYen()),
        Yen.figures(handedOver),
        Yen.figures(handedOver - collected.amountYen()),
        PaperDates.day(collected.enteredAt()),
        collected.enteredBy());
  }

  /** The number of a line of the fee book as papers write it: No. 000042. */
  public static String number(long receiptNumber) {
    return "No. %06d".formatted(receiptNumber);
  }

  @Override
  public String title() {
    return "領収書";
  }

  @Override
  public String xhtml() {
    return ReceiptRenderer.of().execute(this);
  }
}
