package jp.madoguchi.web.expiry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.madoguchi.expiry.EndingCertificate;
import jp.madoguchi.expiry.EndingQuery.Place;
import jp.madoguchi.expiry.ExpiryDesk;
import jp.madoguchi.issuance.CertificateSerialNumber;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.web.faces.PageTexts;

/**
 * A certificate that ends soon, on a page.
 *
 * @param notice how the notice stands, in words; empty where there is none
 * @param noticeKind the kind of chip
 */
public record EndingRow(
    String serial,
    String type,
    boolean suspended,
    LocalDate lastDay,
    long residentId,
    String name,
    String kana,
    String notice,
    String noticeKind,
    String openCase) {

  static EndingRow of(ExpiryDesk.Ending one, PageTexts texts) {
    EndingCertificate certificate = one.certificate();
    return new EndingRow(
        certificate.serial().hex(),
        texts.get("type." + certificate.type()),
        certificate.suspended(),
        certificate.lastDay(),
        certificate.residentId(),
        one.holder().name(),
        one.holder().kana(),
        certificate.noticeState() == null
            ? ""
            : texts.get("notice.state." + certificate.noticeState()),
        certificate.noticeState() == null ? "" : NoticeRow.kind(certificate.noticeState()),
        certificate.openCase() == null ? "" : certificate.openCase());
  }

  /** What tells where the next page begins; null on the last. */
  static String next(List<ExpiryDesk.Ending> found) {
    if (found.size() <= ExpiryDesk.PAGE) {
      return null;
    }
    EndingCertificate last = found.get(ExpiryDesk.PAGE - 1).certificate();
    return last.notAfter().getEpochSecond() + "-" + last.serial().hex();
  }

  /** Reads it again; null for the first page. */
  static Place place(String after) {
    if (after == null || after.isBlank()) {
      return null;
    }
    String[] parts = after.split("-", 2);
    try {
      return new Place(
          Instant.ofEpochSecond(Long.parseLong(parts[0])),
          CertificateSerialNumber.parse(parts.length < 2 ? "" : parts[1]).orElseThrow());
    } catch (NumberFormatException
        | DateTimeException
        | java.util.NoSuchElementException notAPlace) {
      throw Problem.refused("form-incomplete", "after").asException();
    }
  }
}
