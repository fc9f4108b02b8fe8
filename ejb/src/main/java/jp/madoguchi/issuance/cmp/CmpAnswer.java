package jp.madoguchi.issuance.cmp;

import java.time.Duration;
import java.util.Set;

/** What came of a message to the outside authority. */
public sealed interface CmpAnswer {

  /** A certificate, which is not in force before it is confirmed (RFC 4210 5.2.8). */
  record Issued(byte[] certificate) implements CmpAnswer {}

  /** It works on it; ask again after this time. */
  record Waiting(Duration after) implements CmpAnswer {}

  /** Confirmed, or revoked: done as asked. */
  record Done() implements CmpAnswer {}

  /**
   * It does not do what was asked.
   *
   * @param failures the set bits of PKIFailureInfo (RFC 4210 5.2.3)
   * @param byError an error message, and not the reply to what was asked
   */
  record Refused(Set<Integer> failures, String text, boolean byError) implements CmpAnswer {

    private static final int CERTIFICATE_REVOKED = 10;
    private static final int CERTIFICATE_CONFIRMED = 11;
    private static final int TRANSACTION_IN_USE = 21;
    private static final Set<Integer> PASSING = Set.of(24, 25);

    /** systemUnavail, systemFailure: it may pass, and the same message is sent again. */
    public boolean passes() {
      return failures.stream().anyMatch(PASSING::contains);
    }

    /** An earlier message of this transaction arrived, and its answer was lost. */
    public boolean knowsTheTransaction() {
      return failures.contains(TRANSACTION_IN_USE);
    }

    public boolean isConfirmedAlready() {
      return failures.contains(CERTIFICATE_CONFIRMED);
    }

    public boolean isRevokedAlready() {
      return failures.contains(CERTIFICATE_REVOKED);
    }
  }

  /** No answer, or none that can be trusted: the message may have arrived, or not. */
  record Silent(String why) implements CmpAnswer {}
}
