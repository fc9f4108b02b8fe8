package jp.madoguchi.web.expiry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.madoguchi.expiry.EndingCertificate;
import jp.madoguchi.expiry.ExpiryDesk;
import jp.madoguchi.letter.CertificateCopy;
import jp.madoguchi.text.SpreadsheetText;
import jp.madoguchi.text.Texts;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Certificates that end soon for a spreadsheet: RFC 4180, in UTF-8 with a byte order mark. */
final class EndingCsv {

  private EndingCsv() {}

  static byte[] of(List<ExpiryDesk.Ending> found) {
    StringBuilder text = new StringBuilder(SpreadsheetText.MARK);
    try (CSVPrinter rows = new CSVPrinter(text, CSVFormat.RFC4180)) {
      rows.printRecord("氏名", "フリガナ", "電子証明書", "有効期限", "通知書", "通知書の番号", "受付番号", "一時保留");
      for (ExpiryDesk.Ending one : found) {
        EndingCertificate certificate = one.certificate();
        rows.printRecord(
            SpreadsheetText.harmless(one.holder().name()),
            SpreadsheetText.harmless(one.holder().kana()),
            CertificateCopy.word(certificate.type()),
            certificate.lastDay(),
            certificate.noticeState() == null
                ? ""
                : Texts.get(java.util.Locale.JAPANESE, "letter.state." + certificate.noticeState()),
            certificate.notice(),
            certificate.openCase(),
            certificate.suspended() ? "一時保留" : "");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
