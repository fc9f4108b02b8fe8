package jp.madoguchi.judges;

import java.math.BigInteger;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a revocation list says, as one of the judges reads it.
 *
 * @param entries since when by serial, with the reason behind it where the judge shows it
 */
record ListReading(
    List<String> issuer,
    Instant thisUpdate,
    Instant nextUpdate,
    BigInteger number,
    SortedMap<String, String> entries) {

  /** As the JDK reads it. */
  static ListReading of(X509CRL list) {
    SortedMap<String, String> entries = new TreeMap<>();
    if (list.getRevokedCertificates() != null) {
      for (X509CRLEntry entry : list.getRevokedCertificates()) {
        String reason =
            entry.getRevocationReason() == null ? "" : entry.getRevocationReason().name();
        entries.put(
            entry.getSerialNumber().toString(16),
            entry.getRevocationDate().toInstant() + " " + plain(reason));
      }
    }
    return new ListReading(
        Shown.name(list.getIssuerX500Principal().getName("RFC2253")),
        list.getThisUpdate().toInstant(),
        list.getNextUpdate().toInstant(),
        // OCTET STRING, INTEGER
        new BigInteger(Der.content(Der.content(list.getExtensionValue("2.5.29.20")))),
        entries);
  }

  /** As openssl shows it. */
  static ListReading ofOpenssl(String text) {
    SortedMap<String, String> entries = new TreeMap<>();
    String[] parts = text.split("Serial Number:");
    for (String entry : Arrays.copyOfRange(parts, 1, parts.length)) {
      List<String> reason = Shown.below(entry, "X509v3 CRL Reason Code");
      entries.put(
          Shown.serial(entry.lines().findFirst().orElseThrow()),
          Shown.moment(Shown.after(entry, "Revocation Date:"))
              + " "
              + (reason.isEmpty() ? "" : plain(reason.get(0))));
    }
    return new ListReading(
        Shown.name(Shown.after(text, "Issuer:")),
        Shown.moment(Shown.after(text, "Last Update:")),
        Shown.moment(Shown.after(text, "Next Update:")),
        number(Shown.below(text, "X509v3 CRL Number").get(0)),
        entries);
  }

  /** Small ones openssl shows in decimal, larger ones with 0x before. */
  private static BigInteger number(String shown) {
    return shown.startsWith("0x") ? new BigInteger(shown.substring(2), 16) : new BigInteger(shown);
  }

  /** As GnuTLS shows it, which does not tell the reasons. */
  static ListReading ofGnuTls(String text) {
    SortedMap<String, String> entries = new TreeMap<>();
    List<String> serials = Shown.all(text, "Serial Number (hex):");
    List<String> since = Shown.all(text, "Revoked at:");
    for (int at = 0; at < serials.size(); at++) {
      entries.put(Shown.serial(serials.get(at)), Shown.moment(since.get(at)) + " ");
    }
    return new ListReading(
        Shown.name(Shown.after(text, "Issuer:")),
        Shown.moment(Shown.after(text, "Issued:")),
        Shown.moment(Shown.after(text, "Next at:")),
        new BigInteger(Shown.after(text, "CRL Number (not critical):"), 16),
        entries);
  }

  ListReading withoutReasons() {
    SortedMap<String, String> since = new TreeMap<>();
    entries.forEach((serial, entry) -> since.put(serial, entry.split(" ")[0] + " "));
    return new ListReading(issuer, thisUpdate, nextUpdate, number, since);
  }

  private static String plain(String reason) {
    return reason.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }
}
