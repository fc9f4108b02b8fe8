package jp.madoguchi.cardwriting;

import jp.madoguchi.issuance.IssuedCertificate;

/** The authorities' own certificates, which stand on the card beside the holder's. */
public interface IssuerCertificates {

  /** The certificate of the key generation that signed this one, in DER. */
  byte[] issuerOf(IssuedCertificate certificate);
}
