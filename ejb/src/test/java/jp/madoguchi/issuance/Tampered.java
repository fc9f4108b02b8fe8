package jp.madoguchi.issuance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;

/** To-be-signed certificates with one thing wrong. */
final class Tampered {

  private static final String ALTERNATIVE_NAME = "2.5.29.17";

  private Tampered() {}

  static UnaryOperator<byte[]> field(int index, ASN1Encodable value) {
    return bytes -> {
      List<ASN1Encodable> fields = fields(bytes);
      fields.set(index, value);
      return encoded(fields);
    };
  }

  static UnaryOperator<byte[]> time(int which, ASN1Encodable time) {
    return bytes -> {
      List<ASN1Encodable> times = list(fields(bytes).get(4));
      times.set(which, time);
      return field(4, sequence(times)).apply(bytes);
    };
  }

  static UnaryOperator<byte[]> extension(String oid, boolean critical, ASN1Encodable value) {
    return extensions(
        all -> {
          all.replaceAll(each -> isOid(each, oid) ? extensionOf(oid, critical, value) : each);
          return all;
        });
  }

  static UnaryOperator<byte[]> added(String oid, ASN1Encodable value) {
    return extensions(
        all -> {
          all.add(extensionOf(oid, false, value));
          return all;
        });
  }

  /** Writes a text into the otherName at that place of the alternative name. */
  static UnaryOperator<byte[]> otherName(int place, String text) {
    return bytes -> {
      List<ASN1Encodable> names = alternativeNames(bytes);
      ASN1TaggedObject name = (ASN1TaggedObject) names.get(place);
      ASN1Encodable oid = ((ASN1Sequence) name.getBaseUniversal(false, 16)).getObjectAt(0);
      DERTaggedObject value = new DERTaggedObject(true, 0, new DERUTF8String(text));
      names.set(place, new DERTaggedObject(false, 0, sequence(List.of(oid, value))));
      return extension(ALTERNATIVE_NAME, false, sequence(names)).apply(bytes);
    };
  }

  static UnaryOperator<byte[]> otherNamesSwapped(int one, int other) {
    return bytes -> {
      List<ASN1Encodable> names = alternativeNames(bytes);
      Collections.swap(names, one, other);
      return extension(ALTERNATIVE_NAME, false, sequence(names)).apply(bytes);
    };
  }

  /** The same certificate with a length form that DER forbids. */
  static byte[] inBer(byte[] bytes) {
    try {
      return new BERSequence(vector(fields(bytes))).getEncoded("BER");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<ASN1Encodable> alternativeNames(byte[] bytes) {
    try {
      return list(Draft.parse(bytes).extension(ALTERNATIVE_NAME).orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UnaryOperator<byte[]> extensions(UnaryOperator<List<ASN1Encodable>> change) {
    return bytes -> {
      ASN1TaggedObject tagged = (ASN1TaggedObject) fields(bytes).get(7);
      List<ASN1Encodable> changed = change.apply(list(tagged.getExplicitBaseObject()));
      return field(7, new DERTaggedObject(true, 3, sequence(changed))).apply(bytes);
    };
  }

  private static boolean isOid(ASN1Encodable extension, String oid) {
    return ((ASN1Sequence) extension).getObjectAt(0).toString().equals(oid);
  }

  private static ASN1Sequence extensionOf(String oid, boolean critical, ASN1Encodable value) {
    try {
      List<ASN1Encodable> parts = new ArrayList<>();
      parts.add(new ASN1ObjectIdentifier(oid));
      if (critical) {
        parts.add(ASN1Boolean.TRUE);
      }
      parts.add(new DEROctetString(value));
      return sequence(parts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<ASN1Encodable> fields(byte[] bytes) {
    try {
      return list(ASN1Primitive.fromByteArray(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<ASN1Encodable> list(ASN1Encodable sequence) {
    return new ArrayList<>(Arrays.asList(((ASN1Sequence) sequence).toArray()));
  }

  static ASN1Sequence sequence(List<? extends ASN1Encodable> parts) {
    return new DERSequence(vector(parts));
  }

  private static ASN1EncodableVector vector(List<? extends ASN1Encodable> parts) {
    ASN1EncodableVector vector = new ASN1EncodableVector();
    parts.forEach(vector::add);
    return vector;
  }

  private static byte[] encoded(List<ASN1Encodable> fields) {
    try {
      return sequence(fields).getEncoded("DER");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
