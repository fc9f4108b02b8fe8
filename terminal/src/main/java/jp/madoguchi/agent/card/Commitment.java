package jp.madoguchi.agent.card;

/**
 * The last writing that took effect.
 *
 * @param transactionId the issuing system's name for it, 16 bytes
 * @param certificateHash SHA-256 of the certificate that it put in place
 */
public record Commitment(Slot slot, byte[] transactionId, byte[] certificateHash) {}
