package jp.madoguchi.judges;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a certificate says, as one of the judges reads it.
 *
 * @param otherNames the holder's four items by their object identifiers
 * @param policies null where the judge cannot read them: GnuTLS stops at a number of an object
 *     identifier that is larger than 64 bits
 */
record CertificateReading(
    String serial,
    List<String> issuer,
    List<String> subject,
    Instant notBefore,
    Instant notAfter,
    Set<String> usage,
    Set<String> purposes,
    List<String> policies,
    SortedMap<String, String> otherNames,
    String authorityKey) {

  private static final int CONTEXT_0 = 0xA0;

  private static final List<String> USAGES =
      List.of(
          "digitalsignature",
          "nonrepudiation",
          "keyencipherment",
          "dataencipherment",
          "keyagreement",
          "certificatesign",
          "crlsign",
          "encipheronly",
          "decipheronly");

  private static final Pattern OPENSSL_OTHER_NAME =
      Pattern.compile("othername: ([\\d.]+)::(.*?)(?=, othername: [\\d.]+::|, \\w+:|$)");

  /** As the JDK reads it. */
  static CertificateReading of(X509Certificate certificate) {
    byte[] key = certificate.getExtensionValue("2.5.29.35");
    return new CertificateReading(
        certificate.getSerialNumber().toString(16),
        Shown.name(certificate.getIssuerX500Principal().getName("RFC2253")),
        Shown.name(certificate.getSubjectX500Principal().getName("RFC2253")),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        usage(certificate.getKeyUsage()),
        purposes(certificate),
        policies(certificate.getExtensionValue("2.5.29.32")),
        otherNames(certificate),
        // OCTET STRING, SEQUENCE, [0] keyIdentifier
        key == null
            ? ""
            : HexFormat.of().formatHex(Der.content(Der.first(Der.content(Der.content(key))))));
  }

  private static Set<String> usage(boolean[] bits) {
    Set<String> usage = new TreeSet<>();
    for (int at = 0; bits != null && at < bits.length; at++) {
      if (bits[at]) {
        usage.add(USAGES.get(at));
      }
    }
    return usage;
  }

  private static Set<String> purposes(X509Certificate certificate) {
    try {
      List<String> purposes = certificate.getExtendedKeyUsage();
      return purposes == null ? new TreeSet<>() : new TreeSet<>(purposes);
    } catch (CertificateParsingException e) {
      throw new AssertionError(e);
    }
  }

  /** OCTET STRING, SEQUENCE of SEQUENCE { policyIdentifier, … }. */
  private static List<String> policies(byte[] extension) {
    List<String> policies = new ArrayList<>();
    if (extension != null) {
      byte[] rest = Der.content(Der.content(extension));
      while (rest.length > 0) {
        byte[] policy = Der.first(rest);
        policies.add(Der.oid(Der.first(Der.content(policy))));
        rest = Arrays.copyOfRange(rest, policy.length, rest.length);
      }
    }
    return policies;
  }

  /** SEQUENCE { type-id, [0] EXPLICIT value }. */
  private static SortedMap<String, String> otherNames(X509Certificate certificate) {
    SortedMap<String, String> names = new TreeMap<>();
    try {
      Collection<List<?>> all = certificate.getSubjectAlternativeNames();
      for (List<?> one : all == null ? List.<List<?>>of() : all) {
        if (one.get(0).equals(0)) {
          byte[] parts = Der.content((byte[]) one.get(1));
          byte[] type = Der.first(parts);
          byte[] value = Arrays.copyOfRange(parts, type.length, parts.length);
          // the JDK hands the value out with its [0] written twice
          while ((value[0] & 0xFF) == CONTEXT_0) {
            value = Der.content(value);
          }
          names.put(Der.oid(type), text(value));
        }
      }
    } catch (CertificateParsingException e) {
      throw new AssertionError(e);
    }
    return names;
  }

  private static String text(byte[] utf8String) {
    return new String(Der.content(utf8String), StandardCharsets.UTF_8);
  }

  /** As openssl shows it. */
  static CertificateReading ofOpenssl(String text) {
    SortedMap<String, String> names = new TreeMap<>();
    Matcher found =
        OPENSSL_OTHER_NAME.matcher(
            String.join("", Shown.below(text, "X509v3 Subject Alternative Name")));
    while (found.find()) {
      names.put(found.group(1), found.group(2));
    }
    List<String> number = Shown.below(text, "Serial Number:");
    return new CertificateReading(
        Shown.serial(
            number.isEmpty() || !Shown.after(text, "Serial Number:").isEmpty()
                ? Shown.after(text, "Serial Number:").replaceFirst(".*\\(0x([0-9a-f]+)\\)", "$1")
                : number.get(0)),
        Shown.name(Shown.after(text, "Issuer:")),
        Shown.name(Shown.after(text, "Subject:")),
        Shown.moment(Shown.after(text, "Not Before:")),
        Shown.moment(Shown.after(text, "Not After :")),
        Shown.words(split(Shown.below(text, "X509v3 Key Usage"))),
        Shown.words(split(Shown.below(text, "X509v3 Extended Key Usage"))),
        Shown.all(text, "Policy: "),
        names,
        Shown.hex(
            String.join("", Shown.below(text, "X509v3 Authority Key Identifier"))
                .replace("keyid:", "")));
  }

  private static List<String> split(List<String> lines) {
    return lines.stream().flatMap(line -> Arrays.stream(line.split(","))).toList();
  }

  /** As GnuTLS shows it. */
  static CertificateReading ofGnuTls(String text) {
    SortedMap<String, String> names = new TreeMap<>();
    List<String> types = Shown.all(text, "otherName OID:");
    List<String> values = Shown.all(text, "otherName DER:");
    for (int at = 0; at < types.size(); at++) {
      names.put(types.get(at), text(HexFormat.of().parseHex(values.get(at))));
    }
    return new CertificateReading(
        Shown.serial(Shown.after(text, "Serial Number (hex):")),
        Shown.name(Shown.after(text, "Issuer:")),
        Shown.name(Shown.after(text, "Subject:")),
        Shown.moment(Shown.after(text, "Not Before:")),
        Shown.moment(Shown.after(text, "Not After:")),
        Shown.words(Shown.below(text, "Key Usage")),
        Shown.words(Shown.below(text, "Key Purpose")),
        text.contains("certificate policies import: ASN1 parser")
            ? null
            : Shown.below(text, "Certificate Policies").stream()
                .filter(line -> line.matches("[\\d.]+"))
                .toList(),
        names,
        Shown.hex(String.join("", Shown.below(text, "Authority Key Identifier"))));
  }

  /** The same with the policies of another judge. */
  CertificateReading withPolicies(List<String> read) {
    return new CertificateReading(
        serial,
        issuer,
        subject,
        notBefore,
        notAfter,
        usage,
        purposes,
        read,
        otherNames,
        authorityKey);
  }
}
