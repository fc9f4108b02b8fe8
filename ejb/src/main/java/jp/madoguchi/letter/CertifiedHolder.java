package jp.madoguchi.letter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * The basic four items as a 署名用 certificate writes them, in the otherNames of its subjectAltName.
 *
 * @param birthDate in the form {@code EYYYYMMDD}
 * @param sex 1, 2 or 3
 * @param namePositions for each character of the name 1 where it is a substitute, else 0
 */
record CertifiedHolder(
    String name,
    String birthDate,
    String sex,
    String address,
    String namePositions,
    String addressPositions) {

  private static final String BASE = "1.2.392.200149.8.5.5.";

  /** Empty for a certificate that names nobody. */
  static Optional<CertifiedHolder> of(X509CertificateHolder certificate) {
    Extension names = certificate.getExtension(Extension.subjectAlternativeName);
    if (names == null) {
      return Optional.empty();
    }
    Map<String, String> items = items(GeneralNames.getInstance(names.getParsedValue()));
    return Optional.of(
        new CertifiedHolder(
            items.getOrDefault(BASE + 1, ""),
            items.getOrDefault(BASE + 4, ""),
            items.getOrDefault(BASE + 3, ""),
            items.getOrDefault(BASE + 5, ""),
            items.getOrDefault(BASE + 2, ""),
            items.getOrDefault(BASE + 6, "")));
  }

  /** The characters of a text that are substitutes, by their positions counted from 1. */
  static Map<Integer, String> substitutes(String text, String positions) {
    List<String> characters = new ArrayList<>();
    for (int at = 0; at < text.length(); ) {
      RegisteredCharacter character = RegisteredCharacter.at(text, at);
      characters.add(character.text());
      at += character.text().length();
    }
    Map<Integer, String> substitutes = new TreeMap<>();
    for (int i = 0; i < Math.min(characters.size(), positions.length()); i++) {
      if (positions.charAt(i) == '1') {
        substitutes.put(i + 1, characters.get(i));
      }
    }
    return substitutes;
  }

  private static Map<String, String> items(GeneralNames names) {
    Map<String, String> items = new HashMap<>();
    for (GeneralName name : names.getNames()) {
      if (name.getTagNo() == GeneralName.otherName) {
        ASN1Sequence item = ASN1Sequence.getInstance(name.getName());
        ASN1TaggedObject value = ASN1TaggedObject.getInstance(item.getObjectAt(1));
        if (value.getExplicitBaseObject() instanceof ASN1String text) {
          items.put(
              ASN1ObjectIdentifier.getInstance(item.getObjectAt(0)).getId(), text.getString());
        }
      }
    }
    return items;
  }
}
