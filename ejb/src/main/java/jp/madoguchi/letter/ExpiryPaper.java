package jp.madoguchi.letter;

import io.jstach.jstache.JStache;
import java.time.LocalDate;
import java.util.List;
import jp.madoguchi.calendar.Wareki;
import jp.madoguchi.issuance.CertificateType;

/**
 * 有効期限通知書 with 照会書兼回答書, two sheets of A4 for each holder, in one file for the printer. All are
 * drawn together: each drawing takes the fonts in anew, which costs more than a letter does.
 *
 * @param openingHours one line each
 */
@JStache(path = "jp/madoguchi/letter/expiry.html")
public record ExpiryPaper(
    Letterhead head, List<Letter> letters, List<String> openingHours, String telephone)
    implements Paper {

  /**
   * What one holder gets.
   *
   * @param first whether it is the file's first
   * @param ending what ends, the one that ends first at the head
   * @param cardToo whether the card ends no later, so that a new one is needed first (R-CARD-ONLY)
   * @param proxyInOneVisit whether the office takes the reply form in place of a letter
   *     (R-PROXY-NOTICE)
   */
  public record Letter(
      boolean first,
      Addressee to,
      LetterCode code,
      Person holder,
      List<Ending> ending,
      boolean cardToo,
      boolean proxyInOneVisit) {

    public Letter {
      ending = List.copyOf(ending);
    }

    AddressBlock window() {
      return AddressBlock.of(to);
    }

    QrCode qr() {
      return QrCode.of(code);
    }

    String lastDay() {
      return ending.get(0).lastDay();
    }

    boolean signature() {
      return has(CertificateType.SIGNATURE);
    }

    boolean authentication() {
      return has(CertificateType.USER_AUTHENTICATION);
    }

    private boolean has(CertificateType type) {
      return ending.stream().anyMatch(one -> one.word().equals(CertificateCopy.word(type)));
    }

    List<Integer> signatureBoxes() {
      return InquiryPaper.boxesForSignature();
    }

    List<Integer> authenticationBoxes() {
      return InquiryPaper.boxesForAuthentication();
    }
  }

  /**
   * A certificate that ends.
   *
   * @param lastDay 令和9年2月17日(水)
   */
  public record Ending(String word, String use, String lastDay) {

    public static Ending of(CertificateType type, LocalDate lastDay) {
      return new Ending(
          CertificateCopy.word(type), CertificateCopy.use(type), new Wareki(lastDay).text());
    }
  }

  public ExpiryPaper {
    letters = List.copyOf(letters);
    openingHours = List.copyOf(openingHours);
  }

  @Override
  public String title() {
    return "有効期限通知書";
  }

  @Override
  public String xhtml() {
    return Furigana.in(ExpiryPaperRenderer.of().execute(this));
  }
}
