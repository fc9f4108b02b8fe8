package jp.madoguchi.agent.card;

/**
 * What a slot holds; each part is empty until it is first written.
 *
 * @param certificate the holder's certificate in DER
 * @param privateKey its key, PKCS#8
 * @param authority the certificate of the authority that issued it, in DER
 * @param incomingAuthority the first bytes of an authority's certificate that is being written
 */
public record KeySlot(
    byte[] certificate, byte[] privateKey, byte[] authority, byte[] incomingAuthority) {

  static final KeySlot EMPTY = new KeySlot(new byte[0], new byte[0], new byte[0], new byte[0]);

  boolean hasCertificate() {
    return certificate.length > 0;
  }

  KeySlot with(byte[] newCertificate, byte[] newPrivateKey) {
    return new KeySlot(newCertificate, newPrivateKey, authority, incomingAuthority);
  }

  KeySlot withAuthority(byte[] newAuthority) {
    return new KeySlot(certificate, privateKey, newAuthority, new byte[0]);
  }

  KeySlot withIncomingAuthority(byte[] incoming) {
    return new KeySlot(certificate, privateKey, authority, incoming);
  }
}
