package jp.madoguchi.issuance;

import static jp.madoguchi.issuance.CertificateType.SIGNATURE;
import static jp.madoguchi.issuance.CertificateType.USER_AUTHENTICATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OcspResponderTest {

  private final TestAuthority authority = TestAuthority.shared();

  @Test
  void aValidCertificateIsGood() throws Exception {
    assertThat(status(authority.valid()))
        .isEqualTo(org.bouncycastle.cert.ocsp.CertificateStatus.GOOD);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "KEY_COMPROMISE",
        "AFFILIATION_CHANGED",
        "SUPERSEDED",
        "CESSATION_OF_OPERATION",
        "CERTIFICATE_HOLD"
      })
  void aRevokedCertificateIsRevokedSinceThenForItsReason(RevocationReason reason) throws Exception {
    CertificateSerialNumber serial = authority.valid();
    authority.doAt(desk -> desk.authority.revoke(serial, reason));
    RevokedStatus status = (RevokedStatus) status(serial);
    assertThat(status.getRevocationReason()).isEqualTo(reason.code());
    assertThat(status.getRevocationTime()).isEqualTo("2026-11-24T01:00:00Z");
  }

  @Test
  void anAbandonedCertificateIsRevoked() throws Exception {
    CertificateSerialNumber serial =
        authority.at(desk -> desk.authority.plan(Orders.forSignature()));
    authority.doAt(desk -> desk.authority.abandon(serial));
    assertThat(status(serial)).isInstanceOf(RevokedStatus.class);
  }

  @Test
  void whatIsPlannedOrIssuedButNotPublishedIsNeverGood() throws Exception {
    CertificateSerialNumber serial =
        authority.at(desk -> desk.authority.plan(Orders.forSignature()));
    assertThat(status(serial)).isInstanceOf(UnknownStatus.class);
    authority.doAt(desk -> desk.authority.issue(serial));
    assertThat(status(serial)).isInstanceOf(UnknownStatus.class);
  }

  @Test
  void aSerialThatWasNeverIssuedIsUnknown() throws Exception {
    assertThat(status(CertificateSerialNumber.random())).isInstanceOf(UnknownStatus.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "0", "1461501637330902918203684832716283019655932542976"})
  void aNumberThatCannotBeASerialIsUnknown(BigInteger number) throws Exception {
    OCSPReqBuilder request = new OCSPReqBuilder().addRequest(id(SIGNATURE, number, SHA1));
    assertThat(basic(answer(SIGNATURE, request)).getResponses()[0].getCertStatus())
        .isInstanceOf(UnknownStatus.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.3.14.3.2.26",
        "2.16.840.1.101.3.4.2.1",
        "2.16.840.1.101.3.4.2.2",
        "2.16.840.1.101.3.4.2.3"
      })
  void theIssuerMayBeNamedByAnyUsualHash(String hash) throws Exception {
    OCSPReqBuilder request =
        new OCSPReqBuilder()
            .addRequest(
                id(
                    SIGNATURE,
                    authority.valid().value(),
                    new AlgorithmIdentifier(new ASN1ObjectIdentifier(hash))));
    assertThat(basic(answer(SIGNATURE, request)).getResponses()[0].getCertStatus()).isNull();
  }

  @Test
  void theIssuerOfTheOtherTypeIsUnauthorized() throws Exception {
    OCSPReqBuilder request =
        new OCSPReqBuilder().addRequest(id(SIGNATURE, authority.valid().value(), SHA1));
    assertThat(new OCSPResp(answer(USER_AUTHENTICATION, request).der()).getStatus())
        .isEqualTo(OCSPRespBuilder.UNAUTHORIZED);
  }

  @Test
  void severalAreAnsweredInOrderAndAForeignOneAmongThemIsUnknown() throws Exception {
    OCSPReqBuilder request =
        new OCSPReqBuilder()
            .addRequest(id(SIGNATURE, authority.valid().value(), SHA1))
            .addRequest(id(USER_AUTHENTICATION, authority.valid().value(), SHA1))
            .addRequest(id(SIGNATURE, authority.valid().value(), SHA1));
    var responses = basic(answer(SIGNATURE, request)).getResponses();
    assertThat(responses).hasSize(3);
    assertThat(responses[0].getCertStatus()).isNull();
    assertThat(responses[1].getCertStatus()).isInstanceOf(UnknownStatus.class);
    assertThat(responses[2].getCertStatus()).isNull();
  }

  /** RFC 9654: 1 to 128 octets. */
  @ParameterizedTest
  @ValueSource(ints = {1, 16, 32, 128})
  void aNonceIsGivenBackAndKeepsTheAnswerOutOfCaches(int length) throws Exception {
    Extension nonce = nonce(length);
    OcspAnswer answer = answer(SIGNATURE, withExtension(nonce));
    assertThat(basic(answer).getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce))
        .isEqualTo(nonce);
    assertThat(answer.period()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 129, 1000})
  void aNonceOfAnotherLengthIsMalformed(int length) throws Exception {
    assertThat(new OCSPResp(answer(SIGNATURE, withExtension(nonce(length))).der()).getStatus())
        .isEqualTo(OCSPRespBuilder.MALFORMED_REQUEST);
  }

  @Test
  void anUnknownCriticalExtensionIsMalformed() throws Exception {
    Extension extension =
        new Extension(new ASN1ObjectIdentifier("2.25.1"), true, new byte[] {5, 0});
    assertThat(new OCSPResp(answer(SIGNATURE, withExtension(extension)).der()).getStatus())
        .isEqualTo(OCSPRespBuilder.MALFORMED_REQUEST);
  }

  @Test
  void whatIsNoRequestIsMalformed() throws Exception {
    byte[] request =
        new OCSPReqBuilder().addRequest(id(SIGNATURE, BigInteger.ONE, SHA1)).build().getEncoded();
    byte[] longer = Arrays.copyOf(request, request.length + 1);
    byte[] shorter = Arrays.copyOf(request, request.length - 1);
    for (byte[] bytes : new byte[][] {{}, {0x30}, {0x30, 0}, {1, 2, 3}, longer, shorter}) {
      OcspAnswer answer = authority.at(desk -> desk.responder.answer(SIGNATURE, bytes));
      assertThat(new OCSPResp(answer.der()).getStatus())
          .isEqualTo(OCSPRespBuilder.MALFORMED_REQUEST);
      assertThat(answer.period()).isEmpty();
    }
  }

  /** Each level is two bytes: some thousand of them fit into a request. */
  @ParameterizedTest
  @ValueSource(bytes = {0x30, 0x31, 0x24, (byte) 0xA0})
  void sequencesInOneAnotherAreMalformed(byte tag) throws Exception {
    byte[] nested = new byte[16_384];
    for (int i = 0; i < nested.length; i += 2) {
      nested[i] = tag;
      nested[i + 1] = (byte) 0x80;
    }
    OcspAnswer answer = authority.at(desk -> desk.responder.answer(SIGNATURE, nested));
    assertThat(new OCSPResp(answer.der()).getStatus()).isEqualTo(OCSPRespBuilder.MALFORMED_REQUEST);
  }

  /** RFC 5019: an answer without a nonce may be kept until its next update. */
  @Test
  void aLastingAnswerSaysForHowLong() throws Exception {
    OCSPReqBuilder request =
        new OCSPReqBuilder().addRequest(id(SIGNATURE, authority.valid().value(), SHA1));
    OcspAnswer answer = answer(SIGNATURE, request);
    assertThat(answer.period().orElseThrow().to())
        .isEqualTo(basic(answer).getResponses()[0].getNextUpdate().toInstant());
    OCSPReqBuilder unknown = new OCSPReqBuilder().addRequest(id(SIGNATURE, BigInteger.ONE, SHA1));
    assertThat(answer(SIGNATURE, unknown).period()).isEmpty();
  }

  @Test
  void theAnswerIsSignedByTheDelegatedResponderAndNotByTheAuthority() throws Exception {
    BasicOCSPResp response =
        basic(
            answer(
                SIGNATURE, new OCSPReqBuilder().addRequest(id(SIGNATURE, BigInteger.ONE, SHA1))));
    X509CertificateHolder signer = response.getCerts()[0];
    assertThat(signer.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck)).isNotNull();
    assertThat(signer).isNotEqualTo(ca(SIGNATURE));
    assertThat(response.isSignatureValid(new JcaContentVerifierProviderBuilder().build(signer)))
        .isTrue();
    assertThat(
            signer.isSignatureValid(new JcaContentVerifierProviderBuilder().build(ca(SIGNATURE))))
        .isTrue();
  }

  private static final AlgorithmIdentifier SHA1 = CertificateID.HASH_SHA1;

  private org.bouncycastle.cert.ocsp.CertificateStatus status(CertificateSerialNumber serial)
      throws Exception {
    OCSPReqBuilder request = new OCSPReqBuilder().addRequest(id(SIGNATURE, serial.value(), SHA1));
    return basic(answer(SIGNATURE, request)).getResponses()[0].getCertStatus();
  }

  private OCSPReqBuilder withExtension(Extension extension) throws Exception {
    return new OCSPReqBuilder()
        .addRequest(id(SIGNATURE, BigInteger.ONE, SHA1))
        .setRequestExtensions(new Extensions(extension));
  }

  private static Extension nonce(int length) throws Exception {
    return new Extension(
        OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
        false,
        new DEROctetString(new byte[length]).getEncoded());
  }

  private CertificateID id(CertificateType type, BigInteger serial, AlgorithmIdentifier hash)
      throws Exception {
    DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
    return new CertificateID(digests.get(hash), ca(type), serial);
  }

  private X509CertificateHolder ca(CertificateType type) {
    return authority.at(desk -> desk.authorities.current(type).certificate());
  }

  private OcspAnswer answer(CertificateType type, OCSPReqBuilder request) throws Exception {
    byte[] bytes = request.build().getEncoded();
    return authority.at(desk -> desk.responder.answer(type, bytes));
  }

  private static BasicOCSPResp basic(OcspAnswer answer) throws Exception {
    return (BasicOCSPResp) new OCSPResp(answer.der()).getResponseObject();
  }
}
