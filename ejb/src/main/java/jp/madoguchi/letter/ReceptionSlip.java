package jp.madoguchi.letter;

import io.jstach.jstache.JStache;
import java.time.Instant;
import java.util.List;

/**
 * 受付票: the applicant's slip, whose barcode brings up the case under the counter's scanner.
 *
 * @param kind 新規発行, for example
 * @param types what is applied for, in words
 * @param fee 無料, or the amount
 */
@JStache(path = "jp/madoguchi/letter/reception-slip.html")
public record ReceptionSlip(
    Letterhead head,
    String receptionNumber,
    Barcode barcode,
    String name,
    String kind,
    List<String> types,
    String fee,
    String receivedAt)
    implements Paper {

  public ReceptionSlip {
    types = List.copyOf(types);
  }

  public static ReceptionSlip of(
      Letterhead head,
      String receptionNumber,
      String name,
      String kind,
      List<String> types,
      int feeYen,
      Instant receivedAt) {
    return new ReceptionSlip(
        head,
        receptionNumber,
        Barcode.of(receptionNumber),
        name,
        kind,
        types,
        feeYen == 0 ? "無料" : Yen.figures(feeYen),
        PaperDates.minute(receivedAt));
  }

  @Override
  public String title() {
    return "受付票";
  }

  @Override
  public String xhtml() {
    return ReceptionSlipRenderer.of().execute(this);
  }
}
