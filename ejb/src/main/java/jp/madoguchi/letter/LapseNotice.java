package jp.madoguchi.letter;

import io.jstach.jstache.JStache;
import java.time.Instant;
import java.util.List;
import jp.madoguchi.issuance.CertificateType;

/**
 * 失効のお知らせ: which of a holder's certificates have ended and why, on one sheet of A4 for a window
 * envelope. It asks for nothing: nobody has to apply again (R-REISSUE-FREE-WILL), and it says how
 * one may.
 *
 * @param lapsed those that have ended
 * @param remaining the words of those that go on
 * @param cardGood whether the holder has a good card; who has none needs one first, and pays where
 *     it was lost (R-FEE)
 * @param openingHours one line each
 */
@JStache(path = "jp/madoguchi/letter/lapse-notice.html")
public record LapseNotice(
    Letterhead head,
    String number,
    Addressee to,
    List<Lapsed> lapsed,
    List<String> remaining,
    boolean cardGood,
    List<String> openingHours,
    String telephone)
    implements Paper {

  /**
   * A certificate that has ended.
   *
   * @param word as {@link CertificateCopy#word} says it
   * @param use what it was good for
   * @param since 令和8年11月24日 10:05
   * @param reason 住所が変わったため
   */
  public record Lapsed(String word, String use, String since, String reason) {

    public static Lapsed of(CertificateType type, Instant since, String reason) {
      return new Lapsed(
          CertificateCopy.word(type), CertificateCopy.use(type), PaperDates.minute(since), reason);
    }
  }

  public LapseNotice {
    lapsed = List.copyOf(lapsed);
    remaining = List.copyOf(remaining);
    openingHours = List.copyOf(openingHours);
  }

  AddressBlock window() {
    return AddressBlock.of(to);
  }

  /** Whether something goes on. */
  boolean some() {
    return !remaining.isEmpty();
  }

  @Override
  public String title() {
    return "失効のお知らせ";
  }

  @Override
  public String xhtml() {
    return Furigana.in(LapseNoticeRenderer.of().execute(this));
  }
}
