package jp.madoguchi.letter;

import io.jstach.jstache.JStache;
import jp.madoguchi.fee.FeeEntry;

/**
 * 還付票: that a fee was given back because nothing was issued (R-FEE-BOOK), for the applicant to
 * sign.
 *
 * @param number of the refund's line in the fee book
 * @param receiptNumber of the receipt that is given back for
 */
@JStache(path = "jp/madoguchi/letter/refund.html")
public record RefundSlip(
    Letterhead head,
    String number,
    String receiptNumber,
    String receptionNumber,
    String name,
    String amount,
    String refundedOn,
    String clerk)
    implements Paper {

  public static RefundSlip of(Letterhead head, FeeEntry collected, FeeEntry refunded, String name) {
    return new RefundSlip(
        head,
        Receipt.number(refunded.receiptNumber()),
        Receipt.number(collected.receiptNumber()),
        refunded.receptionNumber(),
        name,
        Yen.figures(refunded.amountYen()),
        PaperDates.day(refunded.enteredAt()),
        refunded.enteredBy());
  }

  @Override
  public String title() {
    return "手数料還付票";
  }

  @Override
  public String xhtml() {
    return RefundSlipRenderer.of().execute(this);
  }
}
