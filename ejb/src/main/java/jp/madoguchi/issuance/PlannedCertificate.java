package jp.madoguchi.issuance;

import java.time.Instant;

/**
 * A certificate that passed every check and is about to be stored, before any signature.
 *
 * @param keyHash SHA-256 of the SubjectPublicKeyInfo
 * @param toBeSigned TBSCertificate in DER
 * @param list that its distribution point names
 */
public record PlannedCertificate(
    CertificateSerialNumber serial,
    CertificateOrder order,
    String authorityKeyId,
    byte[] keyHash,
    byte[] toBeSigned,
    Instant notBefore,
    Instant notAfter,
    ListScope list) {}
