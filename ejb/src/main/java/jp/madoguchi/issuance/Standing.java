package jp.madoguchi.issuance;

import java.time.Instant;

/** What a status answer needs of a certificate, read without the rest of its row. */
public record Standing(CertificateState state, Instant revokedAt, RevocationReason reason) {}
