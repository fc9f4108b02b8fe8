package jp.madoguchi.letter;

import io.jstach.jstache.JStache;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import jp.madoguchi.issuance.CertificateType;

/**
 * What is mailed to an applicant whose proxy applied (R-LETTER), on four sheets of A4 to be folded
 * in three: 照会書, 回答書, 委任状, and how to go about it with the return envelope's label.
 *
 * <p>The code stands on each: on the label and on the 委任状 too, since the 回答書 arrives sealed and the
 * case has to be found before it is opened.
 *
 * @param relation the proxy's, as the applicant would say it: 配偶者
 * @param kind 新規発行, 更新 or 再発行
 * @param types the certificates applied for, in the words of {@link CertificateCopy#word}
 * @param openingHours one line each
 * @param bring what the proxy brings, one line each
 */
@JStache(path = "jp/madoguchi/letter/inquiry.html")
public record InquiryPaper(
    Letterhead head,
    Addressee to,
    LetterCode code,
    Person applicant,
    Person proxy,
    String relation,
    String kind,
    List<String> types,
    ReplyDue due,
    List<String> openingHours,
    List<String> bring,
    String telephone)
    implements Paper {

  private static final int LONGEST_PIN = 16;
  private static final int AUTHENTICATION_PIN = 4;

  public InquiryPaper {
    types = List.copyOf(types);
    openingHours = List.copyOf(openingHours);
    bring = List.copyOf(bring);
    if (!words().containsAll(types) || types.isEmpty()) {
      throw new IllegalArgumentException("Not the words of certificates: " + types);
    }
  }

  /**
   * @param dueOn reckoned from the day on which the letter is expected to be posted; see {@link
   *     ReplyDue}
   */
  public static InquiryPaper of(
      Letterhead head,
      Addressee to,
      LetterCode code,
      Person applicant,
      Person proxy,
      String relation,
      String kind,
      List<String> types,
      LocalDate dueOn,
      List<String> openingHours,
      List<String> bring,
      String telephone) {
    return new InquiryPaper(
        head,
        to,
        code,
        applicant,
        proxy,
        relation,
        kind,
        types,
        ReplyDue.on(dueOn),
        openingHours,
        bring,
        telephone);
  }

  AddressBlock window() {
    return AddressBlock.of(to);
  }

  QrCode qr() {
    return QrCode.of(code);
  }

  /** Whether a 署名用 certificate was applied for; without it the reply has no place for its PIN. */
  boolean signature() {
    return types.contains(CertificateCopy.word(CertificateType.SIGNATURE));
  }

  /** Whether a 利用者証明用 certificate was applied for. */
  boolean authentication() {
    return types.contains(CertificateCopy.word(CertificateType.USER_AUTHENTICATION));
  }

  /** A box for each character of the longest PIN of a 署名用 certificate (R-PINS). */
  List<Integer> signatureBoxes() {
    return boxesForSignature();
  }

  static List<Integer> boxesForSignature() {
    return boxes(LONGEST_PIN);
  }

  /** A box for each digit of the PIN of a 利用者証明用 certificate (R-PINS). */
  List<Integer> authenticationBoxes() {
    return boxesForAuthentication();
  }

  static List<Integer> boxesForAuthentication() {
    return boxes(AUTHENTICATION_PIN);
  }

  private static List<Integer> boxes(int number) {
    return IntStream.rangeClosed(1, number).boxed().toList();
  }

  private static List<String> words() {
    return Arrays.stream(CertificateType.values()).map(CertificateCopy::word).toList();
  }

  @Override
  public String title() {
    return "照会書";
  }

  @Override
  public String xhtml() {
    return Furigana.in(InquiryPaperRenderer.of().execute(this));
  }
}
