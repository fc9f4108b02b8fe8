package jp.madoguchi.judges;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What an OCSP answer says, as one of the judges reads it.
 *
 * @param responder the hash of its key
 * @param singles serial, status with its time, thisUpdate and nextUpdate of each; GnuTLS shows no
 *     reason, which {@link StatusByJdk} tells
 */
record AnswerReading(String responder, Instant producedAt, List<String> singles, boolean nonce) {

  /** As openssl shows it. */
  static AnswerReading ofOpenssl(String text) {
    List<String> singles = new ArrayList<>();
    String[] parts = text.split("Certificate ID:");
    for (String one : Arrays.copyOfRange(parts, 1, parts.length)) {
      singles.add(
          single(
              one,
              Shown.after(one, "Serial Number:"),
              Shown.after(one, "Cert Status:"),
              "Revocation Time:"));
    }
    return new AnswerReading(
        Shown.hex(Shown.after(text, "Responder Id:")),
        Shown.moment(Shown.after(text, "Produced At:")),
        singles,
        text.contains("OCSP Nonce"));
  }

  /** As GnuTLS shows it. */
  static AnswerReading ofGnuTls(String text) {
    List<String> singles = new ArrayList<>();
    String[] parts = text.split("Certificate ID:");
    for (String one : Arrays.copyOfRange(parts, 1, parts.length)) {
      singles.add(
          single(
              one,
              Shown.after(one, "Serial Number:"),
              Shown.after(one, "Certificate Status:"),
              "Revocation time:"));
    }
    return new AnswerReading(
        Shown.hex(Shown.after(text, "Responder Key ID:")),
        Shown.moment(Shown.after(text, "Produced At:")),
        singles,
        text.contains("Nonce"));
  }

  private static String single(String one, String serial, String status, String since) {
    String revoked = Shown.after(one, since);
    String next = Shown.after(one, "Next Update:");
    return String.join(
        " ",
        Shown.serial(serial),
        status,
        revoked.isEmpty() ? "-" : Shown.moment(revoked).toString(),
        Shown.moment(Shown.after(one, "This Update:")).toString(),
        next.isEmpty() ? "-" : Shown.moment(next).toString());
  }
}
