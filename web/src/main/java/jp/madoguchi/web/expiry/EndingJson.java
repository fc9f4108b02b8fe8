package jp.madoguchi.web.expiry;

import java.time.LocalDate;
import java.util.List;
import jp.madoguchi.expiry.EndingCertificate;
import jp.madoguchi.expiry.ExpiryDesk;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.letter.LetterState;

/**
 * A certificate that ends soon, as programs see it.
 *
 * @param notice the code of the notice that speaks of it; null where none does
 * @param openCase the reception number of its holder's open application; null where there is none
 */
public record EndingJson(
    String serial,
    CertificateType type,
    boolean suspended,
    LocalDate lastDay,
    long residentId,
    String name,
    String notice,
    LetterState noticeState,
    String openCase) {

  /**
   * A page of them.
   *
   * @param next what to send as {@code after} for the next page; null on the last
   */
  public record Page(List<EndingJson> certificates, String next) {

    /** Personal data must never end up in a log. */
    @Override
    public String toString() {
      return "Page[" + certificates.size() + "]";
    }
  }

  static Page page(List<ExpiryDesk.Ending> found) {
    List<ExpiryDesk.Ending> shown = found.stream().limit(ExpiryDesk.PAGE).toList();
    return new Page(shown.stream().map(EndingJson::of).toList(), EndingRow.next(found));
  }

  private static EndingJson of(ExpiryDesk.Ending one) {
    EndingCertificate certificate = one.certificate();
    return new EndingJson(
        certificate.serial().hex(),
        certificate.type(),
        certificate.suspended(),
        certificate.lastDay(),
        certificate.residentId(),
        one.holder().name(),
        certificate.notice(),
        certificate.noticeState(),
        certificate.openCase());
  }

  /** Personal data must never end up in a log. */
  @Override
  public String toString() {
    return "EndingJson[" + serial + "]";
  }
}
