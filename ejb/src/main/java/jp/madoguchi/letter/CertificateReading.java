package jp.madoguchi.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jp.madoguchi.calendar.Wareki;
import jp.madoguchi.issuance.IssuedCertificate;
import jp.madoguchi.issuance.SubstituteCharacters;
import jp.madoguchi.issuance.SubstituteCharacters.Substitution;
import jp.madoguchi.letter.CertificateCopy.Entry;
import jp.madoguchi.letter.CertificateCopy.Holder;
import jp.madoguchi.letter.CertificateCopy.Replaced;
import jp.madoguchi.resident.ResidentRecord;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;

/** Puts into words what a signed certificate says. */
final class CertificateReading {

  private static final String UNKNOWN = "不明";

  private CertificateReading() {}

  /**
   * @param resident as registered now, to show the registered characters beside their substitutes
   */
  static Entry of(IssuedCertificate issued, ResidentRecord resident) {
    X509CertificateHolder certificate = parse(issued.der());
    return new Entry(
        CertificateCopy.word(issued.type()),
        octets(issued.serial().hex()),
        PaperDates.second(issued.notBefore()),
        PaperDates.second(issued.notAfter()),
        issuer(certificate),
        CertifiedHolder.of(certificate).map(holder -> holder(holder, resident)).orElse(null));
  }

  private static Holder holder(CertifiedHolder holder, ResidentRecord resident) {
    List<Replaced> replaced = new ArrayList<>();
    replaced.addAll(replaced("氏名", holder.name(), holder.namePositions(), resident.name()));
    replaced.addAll(
        replaced("住所", holder.address(), holder.addressPositions(), resident.address()));
    return new Holder(
        holder.name(),
        birthDate(holder.birthDate()),
        sex(holder.sex()),
        holder.address(),
        replaced);
  }

  private static List<Replaced> replaced(
      String item, String certified, String positions, String registered) {
    Substitution now = SubstituteCharacters.in(registered.strip());
    boolean unchanged = now.text().equals(certified) && now.positions().equals(positions);
    Map<Integer, String> originals =
        unchanged
            ? now.replaced().stream()
                .collect(
                    Collectors.toMap(
                        SubstituteCharacters.Replaced::position,
                        SubstituteCharacters.Replaced::original))
            : Map.of();
    return CertifiedHolder.substitutes(certified, positions).entrySet().stream()
        .map(one -> new Replaced(item, one.getKey(), originals.get(one.getKey()), one.getValue()))
        .toList();
  }

  /** From {@code EYYYYMMDD}; the era follows from the date. */
  private static String birthDate(String certified) {
    if (!certified.matches("[1-5]\\d{8}")) {
      return UNKNOWN;
    }
    LocalDate date = LocalDate.parse(certified.substring(1), DateTimeFormatter.BASIC_ISO_DATE);
    return date.isBefore(Wareki.FIRST) ? date.toString() : new Wareki(date).dayText();
  }

  private static String sex(String certified) {
    return switch (certified) {
      case "1" -> "男";
      case "2" -> "女";
      default -> UNKNOWN;
    };
  }

  /** In pairs of digits, as people compare them. */
  private static String octets(String hex) {
    String even = hex.length() % 2 == 0 ? hex : "0" + hex;
    return even.toUpperCase(Locale.ROOT).replaceAll("..(?!$)", "$0:");
  }

  /** In Japanese from the issuerAltName; without one, the issuer's own name. */
  private static String issuer(X509CertificateHolder certificate) {
    Extension names = certificate.getExtension(Extension.issuerAlternativeName);
    if (names != null) {
      for (GeneralName name : GeneralNames.getInstance(names.getParsedValue()).getNames()) {
        if (name.getTagNo() == GeneralName.directoryName) {
          X500Name issuer = X500Name.getInstance(name.getName());
          return part(issuer, BCStyle.OU) + " " + part(issuer, BCStyle.O);
        }
      }
    }
    return certificate.getIssuer().toString();
  }

  private static String part(X500Name name, ASN1ObjectIdentifier part) {
    return Arrays.stream(name.getRDNs(part))
        .map(found -> IETFUtils.valueToString(found.getFirst().getValue()))
        .collect(Collectors.joining(" "));
  }

  private static X509CertificateHolder parse(byte[] der) {
    try {
      return new X509CertificateHolder(der);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
