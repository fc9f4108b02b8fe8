package jp.madoguchi.issuance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An authority as an administrator sees it.
 *
 * @param generations the current one first; none where another authority issues
 * @param term by when the next key is needed; empty without a key
 * @param renewal the rollover that waits, or that was cut off
 */
public record AuthorityView(
    CertificateType type,
    List<Generation> generations,
    Optional<RenewalTerm> term,
    Optional<OpenRenewal> renewal) {

  /** A key of the authority. */
  public record Generation(
      String keyId, boolean current, KeyHome home, Instant from, Instant to, boolean linked) {}

  /** A rollover that is not done. */
  public record OpenRenewal(
      long id, KeyHome home, RenewalState state, String reason, String askedBy, Instant askedAt) {}
}
