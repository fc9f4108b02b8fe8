package jp.madoguchi.issuance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.Time;

/**
 * CertificateList (RFC 5280 5.1) in DER around entries that are streamed: what stands before and
 * after them is small, and all lengths are known before the first byte is written.
 */
final class ListEncoding {

  private static final int SEQUENCE = 0x30;

  private final EncodedEntries entries;
  private final byte[] head;
  private final byte[] tail;

  /**
   * @param address of the partition, for its issuing distribution point; null for the full list
   */
  ListEncoding(
      Authority authority,
      long number,
      Instant thisUpdate,
      Instant nextUpdate,
      String address,
      EncodedEntries entries)
      throws IOException {
    this.entries = entries;
    tail = encoded(new DERTaggedObject(true, 0, extensions(authority, number, address)));
    ByteArrayOutputStream fields = new ByteArrayOutputStream();
    fields.write(encoded(new ASN1Integer(1)));
    fields.write(encoded(Profile.SIGNATURE_ALGORITHM));
    fields.write(encoded(authority.certificate().getSubject()));
    fields.write(encoded(new Time(Date.from(thisUpdate))));
    fields.write(encoded(new Time(Date.from(nextUpdate))));
    // RFC 5280 5.1.2.6: without entries the list of them must be absent.
    if (entries.count() > 0) {
      fields.write(header(entries.size()));
    }
    byte[] inner = fields.toByteArray();
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(header(inner.length + entries.size() + tail.length));
    whole.write(inner);
    head = whole.toByteArray();
  }

  /** TBSCertList, for the signature. */
  void writeToBeSigned(OutputStream out) throws IOException {
    out.write(head);
    entries.writeTo(out);
    out.write(tail);
  }

  /** The whole list. */
  void write(byte[] signature, OutputStream out) throws IOException {
    byte[] end = end(signature);
    out.write(header(head.length + entries.size() + tail.length + end.length));
    writeToBeSigned(out);
    out.write(end);
  }

  long size(byte[] signature) throws IOException {
    long inner = head.length + entries.size() + tail.length + end(signature).length;
    return header(inner).length + inner;
  }

  private static byte[] end(byte[] signature) throws IOException {
    ByteArrayOutputStream end = new ByteArrayOutputStream();
    end.write(encoded(Profile.SIGNATURE_ALGORITHM));
    end.write(encoded(new DERBitString(signature)));
    return end.toByteArray();
  }

  private static ASN1Encodable extensions(Authority authority, long number, String address)
      throws IOException {
    ExtensionsGenerator extensions = new ExtensionsGenerator();
    extensions.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        new AuthorityKeyIdentifier(
            KeyIdentifier.of(authority.certificate().getSubjectPublicKeyInfo())));
    extensions.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(number)));
    if (address != null) {
      GeneralNames names =
          new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, address));
      extensions.addExtension(
          Extension.issuingDistributionPoint,
          true,
          new IssuingDistributionPoint(
              new DistributionPointName(names), false, false, null, false, false));
    }
    return extensions.generate();
  }

  private static byte[] encoded(ASN1Encodable value) throws IOException {
    return value.toASN1Primitive().getEncoded("DER");
  }

  /** Tag and length of a sequence (X.690 8.1.3). */
  private static byte[] header(long length) {
    if (length < 0x80) {
      return new byte[] {SEQUENCE, (byte) length};
    }
    byte[] octets = BigInteger.valueOf(length).toByteArray();
    int from = octets[0] == 0 ? 1 : 0;
    byte[] header = new byte[2 + octets.length - from];
    header[0] = SEQUENCE;
    header[1] = (byte) (0x80 | octets.length - from);
    System.arraycopy(octets, from, header, 2, octets.length - from);
    return header;
  }
}
