package jp.madoguchi.web.certificate;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import jp.madoguchi.revocation.Lapse;
import jp.madoguchi.revocation.LapseDesk.ToTell;
import jp.madoguchi.revocation.LapsedCertificate;
import jp.madoguchi.web.faces.PageTexts;

/**
 * Somebody whose certificates have lapsed, on a page.
 *
 * @param which the certificates, in words
 * @param why the reasons, in words
 */
public record LapseRow(
    String key, String name, String kana, String which, String why, Instant since) {

  public static LapseRow of(ToTell one, PageTexts texts) {
    Lapse lapse = one.lapse();
    List<LapsedCertificate> lapsed = lapse.lapsed();
    return new LapseRow(
        lapse.key(),
        one.holder().name(),
        one.holder().kana(),
        lapsed.stream()
            .map(certificate -> texts.get("type." + certificate.type()))
            .distinct()
            .collect(Collectors.joining(texts.get("list.separator"))),
        lapsed.stream()
            .map(certificate -> certificate.reason(texts.locale()))
            .distinct()
            .collect(Collectors.joining(texts.get("list.separator"))),
        lapse.decidedAt());
  }
}
