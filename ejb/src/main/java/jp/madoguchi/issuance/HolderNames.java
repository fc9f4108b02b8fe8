package jp.madoguchi.issuance;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.resident.Sex;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** The basic four items of a 署名用 certificate, as otherNames of its subjectAltName. */
final class HolderNames {

  static final String BASE = "1.2.392.200149.8.5.5";

  private static final int LONGEST_ADDRESS = 200;

  private HolderNames() {}

  /** In the order 1, 4, 3, 5, 2, 6 of the national profile. */
  static GeneralNames of(CertificateSubject subject) {
    SubstituteCharacters.Substitution name = SubstituteCharacters.in(required(subject.name()));
    SubstituteCharacters.Substitution address =
        SubstituteCharacters.in(required(subject.address()));
    if (address.positions().length() > LONGEST_ADDRESS) {
      throw Problem.refused("address-too-long", address.positions().length(), LONGEST_ADDRESS)
          .asException();
    }
    List<GeneralName> names = new ArrayList<>(6);
    names.add(otherName(1, name.text()));
    names.add(otherName(4, birthDate(subject.birthDate())));
    names.add(otherName(3, sex(subject.sex())));
    names.add(otherName(5, address.text()));
    names.add(otherName(2, name.positions()));
    names.add(otherName(6, address.positions()));
    return new GeneralNames(names.toArray(GeneralName[]::new));
  }

  /**
   * {@code EYYYYMMDD}: the era's digit, then the Gregorian date; all 0 where the date is unknown.
   */
  static String birthDate(LocalDate date) {
    return date == null ? "000000000" : era(date) + date.format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  private static String era(LocalDate date) {
    if (!date.isBefore(LocalDate.of(2019, 5, 1))) {
      return "5";
    }
    if (!date.isBefore(LocalDate.of(1989, 1, 8))) {
      return "4";
    }
    if (!date.isBefore(LocalDate.of(1926, 12, 25))) {
      return "3";
    }
    if (!date.isBefore(LocalDate.of(1912, 7, 30))) {
      return "2";
    }
    return date.isBefore(LocalDate.of(1868, 1, 25)) ? "0" : "1";
  }

  private static String sex(Sex sex) {
    if (sex == Sex.MALE) {
      return "1";
    }
    return sex == Sex.FEMALE ? "2" : "3";
  }

  private static String required(String text) {
    if (text == null || text.isBlank()) {
      throw Problem.refused("basic-items-missing").asException();
    }
    return text.strip();
  }

  private static GeneralName otherName(int number, String text) {
    return new GeneralName(
        GeneralName.otherName,
        new DERSequence(
            new ASN1Encodable[] {
              new ASN1ObjectIdentifier(BASE + "." + number),
              new DERTaggedObject(true, 0, new DERUTF8String(text))
            }));
  }
}
