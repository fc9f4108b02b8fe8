package jp.madoguchi.issuance;

import java.time.Instant;

/**
 * A certificate of another authority that is what was asked for.
 *
 * @param issuerKeyId the key that signed it, in lower case hexadecimal
 * @param issuer the certificate of whoever signed it, in DER
 */
public record OutsideCertificate(
    CertificateSerialNumber serial,
    String issuerKeyId,
    byte[] issuer,
    byte[] toBeSigned,
    byte[] signature,
    Instant notBefore,
    Instant notAfter) {}
