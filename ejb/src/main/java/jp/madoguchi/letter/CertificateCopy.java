package jp.madoguchi.letter;

import io.jstach.jstache.JStache;
import java.util.Comparator;
import java.util.List;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.IssuedCertificate;
import jp.madoguchi.resident.ResidentRecord;

/** 電子証明書の写し: what the certificates on the card say, in words, for the applicant to keep. */
@JStache(path = "jp/madoguchi/letter/certificates.html")
public record CertificateCopy(
    Letterhead head, String receptionNumber, List<Entry> certificates, Agreement agreement)
    implements Paper {

  /**
   * That the applicant agreed to the substitute characters.
   *
   * @param when 令和8年11月24日 10:05
   * @param confirmedBy the clerk who asked
   */
  public record Agreement(String when, String confirmedBy) {}

  /**
   * One certificate.
   *
   * @param holder the basic four items of a 署名用 certificate; null for one without
   */
  public record Entry(
      String type,
      String serial,
      String notBefore,
      String notAfter,
      String issuer,
      Holder holder) {}

  /**
   * The basic four items as the certificate writes them.
   *
   * @param replaced the characters that the certificate could not carry, beside their substitutes
   */
  public record Holder(
      String name, String birthDate, String sex, String address, List<Replaced> replaced) {

    public Holder {
      replaced = List.copyOf(replaced);
    }

    /** Whether any character is replaced. */
    public boolean substituted() {
      return !replaced.isEmpty();
    }
  }

  /**
   * A substitute character (代替文字).
   *
   * @param item 氏名 or 住所
   * @param position counted in characters from 1
   * @param registered as the register writes it; null where the register's text has changed since
   */
  public record Replaced(String item, int position, String registered, String substitute) {}

  public CertificateCopy {
    certificates = List.copyOf(certificates);
  }

  /**
   * @param resident as registered now, to show the registered characters beside their substitutes
   * @param agreement the applicant's, to the substitutes; null where none was asked for
   */
  public static CertificateCopy of(
      Letterhead head,
      String receptionNumber,
      List<IssuedCertificate> issued,
      ResidentRecord resident,
      Agreement agreement) {
    return new CertificateCopy(
        head,
        receptionNumber,
        issued.stream()
            .sorted(Comparator.comparing(IssuedCertificate::type))
            .map(certificate -> CertificateReading.of(certificate, resident))
            .toList(),
        agreement);
  }

  /** 署名用電子証明書 or 利用者証明用電子証明書. */
  public static String word(CertificateType type) {
    return type == CertificateType.SIGNATURE ? "署名用電子証明書" : "利用者証明用電子証明書";
  }

  /** What it is used for, in few words. */
  static String use(CertificateType type) {
    return type == CertificateType.SIGNATURE ? "e-Taxなど、文書を電子で送るときに使います" : "コンビニ交付やログインに使います";
  }

  @Override
  public String title() {
    return "電子証明書の写し";
  }

  @Override
  public String xhtml() {
    return CertificateCopyRenderer.of().execute(this);
  }
}
