package jp.madoguchi.cardwriting;

import jp.madoguchi.issuance.CertificateType;

/** A PIN that the holder is asked for: the one to be set, or the one that the card has now. */
public enum AskedPin {
  SIGNATURE(CertificateType.SIGNATURE),
  USER_AUTHENTICATION(CertificateType.USER_AUTHENTICATION),
  SIGNATURE_CURRENT(CertificateType.SIGNATURE),
  USER_AUTHENTICATION_CURRENT(CertificateType.USER_AUTHENTICATION);

  private final CertificateType type;

  AskedPin(CertificateType type) {
    this.type = type;
  }

  /** The one that is to be set. */
  public static AskedPin of(CertificateType type) {
    return type == CertificateType.SIGNATURE ? SIGNATURE : USER_AUTHENTICATION;
  }

  /** The one that the card has now. */
  public static AskedPin current(CertificateType type) {
    return type == CertificateType.SIGNATURE ? SIGNATURE_CURRENT : USER_AUTHENTICATION_CURRENT;
  }

  public CertificateType type() {
    return type;
  }
}
