package jp.madoguchi.issuance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;

/**
 * A to-be-signed certificate taken apart into plain ASN.1, with none of the classes that build one.
 *
 * @param bytes as they would be signed
 * @param fields of TBSCertificate (RFC 5280 4.1), in order
 */
record Draft(byte[] bytes, List<ASN1Encodable> fields, List<DraftExtension> extensions) {

  private static final int EXTENSIONS = 3;

  /** One extension as it stands there. */
  record DraftExtension(String oid, boolean critical, ASN1Primitive value) {}

  static Draft parse(byte[] bytes) throws IOException {
    List<ASN1Encodable> fields =
        List.of(ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(bytes)).toArray());
    return new Draft(bytes, fields, extensions(fields.get(fields.size() - 1)));
  }

  private static List<DraftExtension> extensions(ASN1Encodable last) throws IOException {
    List<DraftExtension> extensions = new ArrayList<>();
    if (last instanceof ASN1TaggedObject tagged && tagged.hasContextTag(EXTENSIONS)) {
      for (ASN1Encodable each : (ASN1Sequence) tagged.getExplicitBaseObject()) {
        extensions.add(extension((ASN1Sequence) each));
      }
    }
    return extensions;
  }

  private static DraftExtension extension(ASN1Sequence parts) throws IOException {
    boolean marked = parts.size() == 3;
    ASN1OctetString value = (ASN1OctetString) parts.getObjectAt(marked ? 2 : 1);
    return new DraftExtension(
        ((ASN1ObjectIdentifier) parts.getObjectAt(0)).getId(),
        marked && ((ASN1Boolean) parts.getObjectAt(1)).isTrue(),
        ASN1Primitive.fromByteArray(value.getOctets()));
  }

  /** The extension of that name; empty where there is none, or more than one. */
  Optional<ASN1Primitive> extension(String oid) {
    List<ASN1Primitive> found =
        extensions.stream()
            .filter(each -> each.oid().equals(oid))
            .map(DraftExtension::value)
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  ASN1Integer serial() {
    return (ASN1Integer) fields.get(1);
  }

  ASN1Sequence algorithm() {
    return (ASN1Sequence) fields.get(2);
  }

  ASN1Encodable issuer() {
    return fields.get(3);
  }

  ASN1Encodable validity(int which) {
    return ((ASN1Sequence) fields.get(4)).getObjectAt(which);
  }

  ASN1Sequence subject() {
    return (ASN1Sequence) fields.get(5);
  }

  ASN1Sequence key() {
    return (ASN1Sequence) fields.get(6);
  }
}
