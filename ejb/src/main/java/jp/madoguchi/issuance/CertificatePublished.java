package jp.madoguchi.issuance;

/** Fired, in the transaction in which it happens, when a certificate goes live. */
public record CertificatePublished(CertificateSerialNumber serial) {}
