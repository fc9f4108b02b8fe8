package jp.madoguchi.cardwriting;

import jp.madoguchi.issuance.CertificateType;

/** Where a type of certificate has its place in the JPKI application. */
enum CardSlot {
  USER_AUTHENTICATION(0x17, 0x18, 0x0A, 0x0B),
  SIGNATURE(0x1A, 0x1B, 0x01, 0x02);

  private final int keyFile;
  private final int pinFile;
  private final int certificateFile;
  private final int issuerFile;

  CardSlot(int keyFile, int pinFile, int certificateFile, int issuerFile) {
    this.keyFile = keyFile;
    this.pinFile = pinFile;
    this.certificateFile = certificateFile;
    this.issuerFile = issuerFile;
  }

  static CardSlot of(CertificateType type) {
    return valueOf(type.name());
  }

  int keyFile() {
    return keyFile;
  }

  int pinFile() {
    return pinFile;
  }

  int certificateFile() {
    return certificateFile;
  }

  int issuerFile() {
    return issuerFile;
  }
}
