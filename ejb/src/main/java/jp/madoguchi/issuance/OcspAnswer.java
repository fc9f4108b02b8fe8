package jp.madoguchi.issuance;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * An answer of the status service.
 *
 * @param der OCSPResponse in DER
 * @param period for how long it may be kept by a cache; empty: not at all
 * @param tag SHA-256 of the bytes in hexadecimal, where it may be kept
 */
public record OcspAnswer(byte[] der, Optional<Period> period, Optional<String> tag) {

  /** From {@code thisUpdate} to {@code nextUpdate}, in whole seconds. */
  public record Period(Instant from, Instant to) {

    /** Whether less than half of it is over: the older ones are made anew. */
    boolean fresh(Instant now) {
      return !now.isBefore(from)
          && now.isBefore(from.plusSeconds((to.getEpochSecond() - from.getEpochSecond()) / 2));
    }
  }

  static OcspAnswer once(byte[] der) {
    return new OcspAnswer(der, Optional.empty(), Optional.empty());
  }

  static OcspAnswer kept(byte[] der, Period period) {
    String tag = HexFormat.of().formatHex(KeyIdentifier.hash("SHA-256", der));
    return new OcspAnswer(der, Optional.of(period), Optional.of(tag));
  }
}
