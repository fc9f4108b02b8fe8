package jp.madoguchi.issuance;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERNull;

/**
 * A request that can be answered: by which generation, and about which serials.
 *
 * @param signer the first certificate's issuer, whose responder signs
 * @param serials of the signer's, in the request's order; empty in the place of another issuer's,
 *     and of a number that can be no serial
 */
record OcspCase(OcspQuestion question, Authority signer, List<Optional<BigInteger>> serials) {

  /** Whether an answer may be used for everybody who asks the same. */
  boolean shared() {
    return question.nonce().isEmpty()
        && serials.size() == 1
        && serials.get(0).isPresent()
        && usual(parameters());
  }

  /**
   * How the certificate is named in it. Answers to the same serial differ only in this, since they
   * repeat the name that the request gave.
   */
  String naming() {
    return question.certificates().get(0).getHashAlgOID().getId()
        + (parameters() == null ? "" : " NULL");
  }

  private ASN1Encodable parameters() {
    return question.certificates().get(0).toASN1Primitive().getHashAlgorithm().getParameters();
  }

  /** Else there would be as many answers to keep as somebody can make up parameters. */
  private static boolean usual(ASN1Encodable parameters) {
    return parameters == null || parameters.equals(DERNull.INSTANCE);
  }
}
