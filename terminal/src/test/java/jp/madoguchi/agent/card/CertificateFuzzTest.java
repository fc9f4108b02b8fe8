package jp.madoguchi.agent.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import jp.madoguchi.agent.Fuzz;
import org.junit.jupiter.api.Test;

/** What is written as a certificate is one for the card's key, or none, and never an error. */
class CertificateFuzzTest {

  @Test
  void anyBytesAreACertificateForTheKeyOrNone() {
    KeyPair keys = Cards.preparedKeys().next();
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    byte[] right = new TestAuthority().certify(key, 0);
    assertThat(CardCertificate.isFor(right, key)).isTrue();
    Fuzz fuzz = new Fuzz(2026_11_26_06);
    int taken = 0;
    for (int i = 0; i < Fuzz.INPUTS; i++) {
      byte[] bytes = fuzz.mutated(right);
      if (bytes.length > 4 && fuzz.oneIn(2)) {
        // the head tells the true length, so that the parser sees what follows
        bytes = Arrays.copyOf(bytes, bytes.length);
        bytes[0] = 0x30;
        bytes[1] = (byte) 0x82;
        bytes[2] = (byte) ((bytes.length - 4) >> 8);
        bytes[3] = (byte) (bytes.length - 4);
      }
      taken += CardCertificate.isFor(bytes, key) ? 1 : 0;
      KeyRequest.parse(fuzz.mutated(IssuingHost.stageCommand(Slot.SIGNATURE, new byte[16]).data()))
          .ifPresent(request -> assertThat(request.transactionId()).hasSize(16));
    }
    assertThat(taken).isBetween(1, Fuzz.INPUTS * 9 / 10);
  }
}
