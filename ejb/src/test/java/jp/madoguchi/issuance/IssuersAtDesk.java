package jp.madoguchi.issuance;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The authorities' certificates as a test's desk knows them. */
public final class IssuersAtDesk {

  private IssuersAtDesk() {}

  public static byte[] certificate(TestAuthority.Desk desk, CertificateType type, String keyId) {
    try {
      return desk.authorities.withKey(type, keyId).orElseThrow().certificate().getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
