package jp.madoguchi.issuance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
 * What several lints read is read once.
 */
final class Draft {

  private static final int EXTENSIONS = 3;

  private final byte[] bytes;
  private final ASN1Sequence whole;
  private final List<ASN1Encodable> fields;
  private final List<DraftExtension> extensions;
  private final Map<String, ASN1Primitive> byOid = new HashMap<>();
  private final Map<Object, Object> read = new IdentityHashMap<>();

  /** One extension as it stands there. */
  record DraftExtension(String oid, boolean critical, ASN1Primitive value) {}

  private Draft(byte[] bytes, ASN1Sequence whole) throws IOException {
    this.bytes = bytes;
    this.whole = whole;
    fields = List.of(whole.toArray());
    extensions = extensions(fields.get(fields.size() - 1));
    Set<String> seen = new HashSet<>();
    for (DraftExtension each : extensions) {
      if (seen.add(each.oid())) {
        byOid.put(each.oid(), each.value());
      } else {
        byOid.remove(each.oid());
      }
    }
  }

  static Draft parse(byte[] bytes) throws IOException {
    return new Draft(bytes, ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(bytes)));
  }

  /** As they would be signed. */
  byte[] bytes() {
    return bytes;
  }

  /** What the bytes say; it is written anew where its encoding is asked for. */
  ASN1Sequence whole() {
    return whole;
  }

  /** Those of TBSCertificate (RFC 5280 4.1), in order. */
  List<ASN1Encodable> fields() {
    return fields;
  }

  List<DraftExtension> extensions() {
    return extensions;
  }

  /** What the reader makes of a part; what cannot be read throws each time. */
  @SuppressWarnings("unchecked")
  <P, T> T once(P part, Function<P, T> reader) {
    Object known = read.get(part);
    if (known == null) {
      known = reader.apply(part);
      read.put(part, known);
    }
    return (T) known;
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
    return Optional.ofNullable(byOid.get(oid));
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
