package jp.madoguchi.issuance;

import java.time.Instant;
import java.util.Optional;

/**
 * An answer of the status service.
 *
 * @param der OCSPResponse in DER
 * @param period for how long it may be kept by a cache; empty: not at all
 */
public record OcspAnswer(byte[] der, Optional<Period> period) {

  /** From {@code thisUpdate} to {@code nextUpdate}, in whole seconds. */
  public record Period(Instant from, Instant to) {}
}
