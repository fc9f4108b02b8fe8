package jp.madoguchi.issuance;

import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The certification authority, as the counter sees it: one inside the system, or another one that
 * is asked by CMP (setting {@code authority.adapter}).
 *
 * <p>Every call takes part in the caller's transaction. The order of a certificate's life is {@link
 * #plan}, {@link #issue}, {@link #publish}; each may be repeated and then changes nothing.
 */
public interface CertificationAuthority {

  /** Until when the authority is out of service by plan (R-SYSTEM-HOURS); empty: it serves. */
  Optional<ZonedDateTime> awayUntil();

  /**
   * Checks the key and the order, and stores the plan: serial and to-be-signed bytes. The same
   * order with the same key gives the same serial.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code authority-away}, {@code
   *     authority-silent}, {@code authority-waiting}, {@code weak-key}, {@code key-used-before},
   *     {@code certificate-not-issuable}, {@code profile-violated}, {@code outside-refused}
   */
  CertificateSerialNumber plan(CertificateOrder order);

  /** Signs the stored plan and compares the outcome with it. */
  IssuedCertificate issue(CertificateSerialNumber serial);

  /**
   * The certificate is live on the card. Those of the same type and resident that it replaces are
   * revoked as superseded (R-NO-DUPLICATE).
   */
  void publish(CertificateSerialNumber serial);

  /**
   * Revokes, suspends ({@code CERTIFICATE_HOLD}) or lifts a suspension ({@code REMOVE_FROM_CRL}).
   */
  void revoke(CertificateSerialNumber serial, RevocationReason reason);

  /**
   * As {@link #revoke}, for a certificate of which it is not known how it stands now: what is not
   * live, or stands so already, is left alone.
   *
   * @return whether its state is another one now
   */
  boolean revokeIfLive(CertificateSerialNumber serial, RevocationReason reason);

  /** The key of a certificate that never went live was lost: it is revoked for good. */
  void abandon(CertificateSerialNumber serial);

  /**
   * What was asked for and did not come yet is not wanted any more: its key is lost, or its case
   * was given up. Nothing of it goes into force afterwards.
   */
  void withdraw(String receptionNumber, CertificateType type);
}
