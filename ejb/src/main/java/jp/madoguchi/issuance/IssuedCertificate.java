package jp.madoguchi.issuance;

import java.time.Instant;

/**
 * A signed certificate.
 *
 * @param der the whole certificate in DER; it begins {@code 30 82}, as readers of the card expect
 */
public record IssuedCertificate(
    CertificateSerialNumber serial,
    CertificateType type,
    byte[] der,
    Instant notBefore,
    Instant notAfter) {}
