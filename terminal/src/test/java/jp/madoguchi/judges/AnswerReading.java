package jp.madoguchi.judges;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

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
    return of(text, "Responder Id:", "Cert Status:", "Revocation Time:", "OCSP Nonce");
  }

  /** As GnuTLS shows it. */
  static AnswerReading ofGnuTls(String text) {
    return of(text, "Responder Key ID:", "Certificate Status:", "Revocation time:", "Nonce");
  }

  private static AnswerReading of(
      String text, String responder, String status, String since, String nonce) {
    List<String> singles =
        Stream.of(text.split("Certificate ID:"))
            .skip(1)
            .map(one -> single(one, Shown.after(one, status), since))
            .toList();
    return new AnswerReading(
        Shown.hex(Shown.after(text, responder)),
        Shown.moment(Shown.after(text, "Produced At:")),
        singles,
        text.contains(nonce));
  }

  private static String single(String one, String status, String since) {
    String revoked = Shown.after(one, since);
    String next = Shown.after(one, "Next Update:");
    return String.join(
        " ",
        Shown.serial(Shown.after(one, "Serial Number:")),
        status,
        revoked.isEmpty() ? "-" : Shown.moment(revoked).toString(),
        Shown.moment(Shown.after(one, "This Update:")).toString(),
        next.isEmpty() ? "-" : Shown.moment(next).toString());
  }
}
