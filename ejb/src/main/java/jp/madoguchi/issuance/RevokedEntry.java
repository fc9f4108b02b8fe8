package jp.madoguchi.issuance;

import java.math.BigInteger;
import java.time.Instant;

/** One line of a revocation list. */
public record RevokedEntry(BigInteger serial, Instant revokedAt, RevocationReason reason) {}
