package jp.madoguchi.letter;

import io.jstach.jstache.JStache;
import java.util.List;

/**
 * 失効受付票 and 一時停止受付票: what became of certificates, for whoever asked; its barcode brings the request
 * up again under the counter's scanner.
 *
 * @param number of the request or the lost card
 * @param matter 秘密鍵漏えい等届, for example
 * @param by who asked for the holder; empty where it was the holder
 * @param lines what was done, in its order
 * @param receivedAt 令和8年11月24日 10:05
 * @param held whether it can be lifted again
 * @param revoked whether nothing brings it back
 */
@JStache(path = "jp/madoguchi/letter/revocation-slip.html")
public record RevocationSlip(
    Letterhead head,
    String title,
    String number,
    Barcode barcode,
    String name,
    String matter,
    String by,
    List<Line> lines,
    String receivedAt,
    boolean held,
    boolean revoked)
    implements Paper {

  /**
   * A certificate.
   *
   * @param word as {@link CertificateCopy#word} says it
   * @param serial the end of its serial number, enough to tell two apart
   * @param became 失効, for example
   * @param at 令和8年11月24日 10:05
   */
  public record Line(String word, String serial, String became, String at) {}

  public RevocationSlip {
    lines = List.copyOf(lines);
  }

  /** Of a request to revoke. */
  public static RevocationSlip revoked(
      Letterhead head,
      String number,
      String name,
      String matter,
      String by,
      List<Line> lines,
      String receivedAt) {
    return new RevocationSlip(
        head,
        "失効受付票",
        number,
        Barcode.of(number),
        name,
        matter,
        by,
        lines,
        receivedAt,
        false,
        true);
  }

  /** Of a lost card, as it stands now. */
  public static RevocationSlip ofLoss(
      Letterhead head,
      String number,
      String name,
      String matter,
      String by,
      List<Line> lines,
      String receivedAt,
      boolean held,
      boolean revoked) {
    return new RevocationSlip(
        head,
        "カード紛失受付票",
        number,
        Barcode.of(number),
        name,
        matter,
        by,
        lines,
        receivedAt,
        held,
        revoked);
  }

  /** Whether somebody asked for the holder. */
  boolean forHolder() {
    return !by.isEmpty();
  }

  /** Whether there was a certificate at all. */
  boolean some() {
    return !lines.isEmpty();
  }

  @Override
  public String xhtml() {
    return RevocationSlipRenderer.of().execute(this);
  }
}
