package jp.madoguchi.issuance;

import java.time.Instant;

/**
 * A certificate revocation list (RFC 5280 5) as it was published.
 *
 * @param keyId the key generation that signed it
 * @param number its CRL number, rising without end for each type
 * @param der the whole list in DER
 */
public record RevocationList(
    CertificateType type,
    String keyId,
    long number,
    Instant thisUpdate,
    Instant nextUpdate,
    byte[] der) {}
