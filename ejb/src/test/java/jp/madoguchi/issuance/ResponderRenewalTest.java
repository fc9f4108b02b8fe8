package jp.madoguchi.issuance;

import static jp.madoguchi.issuance.CertificateType.SIGNATURE;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import jp.madoguchi.issuance.TestAuthority.Desk;
import jp.madoguchi.testing.MovableClock;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The delegated responder's key renews itself; each test takes all back. */
class ResponderRenewalTest {

  @TempDir private Path directory;

  @Test
  void theResponderHasANewKeyWhenAThirdOfItsLifeIsLeft() {
    onACopy(
        entities -> {
          Desk desk = desk(entities);
          X509CertificateHolder first = renewedAt(desk, "2026-11-24T10:00");
          assertThat(first.getNotAfter().toInstant()).isEqualTo("2027-02-22T01:00:00Z");
          assertThat(renewedAt(desk, "2027-01-23T09:59")).isEqualTo(first);
          X509CertificateHolder second = renewedAt(desk, "2027-01-23T10:01");
          assertThat(second.getSubjectPublicKeyInfo())
              .isNotEqualTo(first.getSubjectPublicKeyInfo());
          assertThat(second.getIssuer()).isEqualTo(first.getIssuer());
          assertThat(desk.acts.names())
              .containsExactly("authority.responder-renewed", "authority.responder-renewed");
          assertThat(signerOfAnAnswer(desk)).isEqualTo(second);
        });
  }

  /** A clock that was moved back would make it a certificate of the future. */
  @Test
  void aResponderThatIsNotYetValidIsReplaced() {
    onACopy(
        entities -> {
          Desk desk = desk(entities);
          renewedAt(desk, "2026-11-24T10:00");
          Instant from = renewedAt(desk, "2026-10-01T10:00").getNotBefore().toInstant();
          assertThat(from).isBefore(Instant.parse("2026-10-01T01:00:00Z"));
          assertThat(signerOfAnAnswer(desk).getNotBefore().toInstant()).isEqualTo(from);
        });
  }

  @Test
  void anotherNodeTakesItUp() {
    onACopy(
        entities -> {
          Desk one = desk(entities);
          Desk other = desk(entities);
          X509CertificateHolder renewed = renewedAt(one, "2026-11-24T10:00");
          assertThat(other.authorities.current(SIGNATURE).responderCertificate())
              .isNotEqualTo(renewed);
          other.renewal.follow(SIGNATURE);
          assertThat(signerOfAnAnswer(other)).isEqualTo(renewed);
          other.renewal.renewDue(SIGNATURE);
          assertThat(signerOfAnAnswer(other)).isEqualTo(renewed);
        });
  }

  /** The keystore is written, the table is not: the next start goes on with the new key. */
  @Test
  void aCrashBetweenKeystoreAndTableLosesNothing() {
    onACopy(
        entities -> {
          Desk desk = desk(entities);
          renewedAt(desk, "2026-11-24T10:00");
        });
    TestAuthority.shared()
        .tryOut(
            entities -> {
              Desk restarted = new Desk(entities, settings(), new MovableClock("2026-11-24T10:00"));
              restarted.establishment.establish();
              assertThat(signerOfAnAnswer(restarted).getNotAfter().toInstant())
                  .isEqualTo("2027-02-22T01:00:00Z");
              restarted.renewal.renewDue(SIGNATURE);
              assertThat(restarted.acts.names()).isEmpty();
            });
  }

  @Test
  void zeroDaysLeaveItAsLongAsItsAuthority() {
    onACopy(
        entities -> {
          Desk desk =
              new Desk(
                  entities,
                  settings().with("ocsp.responder.days", "0"),
                  new MovableClock("2026-11-24T10:00"));
          desk.establishment.establish();
          desk.renewal.renewDue(SIGNATURE);
          assertThat(desk.acts.names()).isEmpty();
        });
  }

  private static X509CertificateHolder renewedAt(Desk desk, String time) {
    desk.clock.moveTo(time);
    desk.renewal.renewDue(SIGNATURE);
    return desk.authorities.current(SIGNATURE).responderCertificate();
  }

  private static X509CertificateHolder signerOfAnAnswer(Desk desk) {
    Authority authority = desk.authorities.current(SIGNATURE);
    try {
      byte[] request =
          new OCSPReqBuilder()
              .addRequest(
                  new CertificateID(
                      new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
                      authority.certificate(),
                      BigInteger.TEN))
              .build()
              .getEncoded();
      BasicOCSPResp answer =
          (BasicOCSPResp)
              new OCSPResp(desk.responder.answer(SIGNATURE, request).der()).getResponseObject();
      X509CertificateHolder signer = answer.getCerts()[0];
      assertThat(answer.isSignatureValid(new JcaContentVerifierProviderBuilder().build(signer)))
          .isTrue();
      assertThat(
              signer.isSignatureValid(
                  new JcaContentVerifierProviderBuilder().build(authority.certificate())))
          .isTrue();
      return signer;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Work {
    void with(EntityManager entities);
  }

  private void onACopy(Work work) {
    for (String name : new String[] {"sign.p12", "auth.p12"}) {
      try {
        Files.copy(TestAuthority.shared().directory().resolve(name), directory.resolve(name));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    TestAuthority.shared().tryOut(work::with);
  }

  private ChosenSettings settings() {
    return TestAuthority.shared().settings().with("authority.directory", directory.toString());
  }

  private Desk desk(EntityManager entities) {
    Desk desk = new Desk(entities, settings(), new MovableClock("2026-11-24T10:00"));
    desk.establishment.establish();
    return desk;
  }
}
