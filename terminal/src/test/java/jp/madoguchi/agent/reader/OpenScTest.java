package jp.madoguchi.agent.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import jp.madoguchi.agent.card.Cards;
import jp.madoguchi.agent.card.IssuingHost;
import jp.madoguchi.agent.card.Slot;
import jp.madoguchi.agent.card.TestAuthority;
import jp.madoguchi.agent.card.VirtualCard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Software that is not ours reads the card and signs with it. */
@Timeout(120)
class OpenScTest {

  private static final TestAuthority AUTHORITY = new TestAuthority();

  @TempDir private static Path directory;

  private static OpenSc openSc;
  private static VpcdPlug plug;
  private static Thread serving;

  @BeforeAll
  static void plugAnIssuedCardIn() throws Exception {
    openSc = OpenSc.start(directory);
    VirtualCard card = issuedCard();
    openSc.whenTheReaderIsOpen(() -> plug = VpcdPlug.connect(card, openSc.reader()));
    serving = new Thread(OpenScTest::serve);
    serving.start();
    openSc.awaitTheCard();
  }

  @AfterAll
  static void stop() throws Exception {
    if (plug != null) {
      plug.close();
      serving.join(5_000);
    }
    if (openSc != null) {
      openSc.close();
    }
  }

  @Test
  void showsWhatIsOnTheCard() throws Exception {
    String shown = openSc.run("pkcs15-tool", "-D");
    assertThat(shown)
        .contains("PKCS#15 Card [JPKI]")
        .contains("PIN [User Authentication PIN]", "PIN [Digital Signature PIN]")
        .contains("Tries left     : 3", "Tries left     : 5")
        .contains("User Authentication Certificate CA", "Digital Signature Certificate CA");
  }

  @Test
  void readsTheFreeCertificates() throws Exception {
    X509Certificate holder = certificate("01");
    X509Certificate authority = certificate("03");
    assertThat(authority.getEncoded()).isEqualTo(AUTHORITY.certificate());
    holder.verify(authority.getPublicKey());
  }

  @Test
  void readsTheCertificateForSignatureAfterItsPin() throws Exception {
    X509Certificate holder = signatureCertificate();
    holder.verify(certificate("04").getPublicKey());
  }

  @Test
  void signsForUserAuthentication() throws Exception {
    byte[] signature = openSc.sign("0", "01", Cards.AUTHENTICATION_PIN, message());
    assertThat(isSignedBy(certificate("01"), signature)).isTrue();
  }

  @Test
  void signsDocuments() throws Exception {
    byte[] signature = openSc.sign("1", "02", Cards.SIGNATURE_PIN, message());
    assertThat(isSignedBy(signatureCertificate(), signature)).isTrue();
  }

  private static X509Certificate signatureCertificate() throws Exception {
    return certificate("02", "--verify-pin", "--auth-id", "02", "--pin", Cards.SIGNATURE_PIN);
  }

  private static boolean isSignedBy(X509Certificate holder, byte[] bytes) throws Exception {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(holder.getPublicKey());
    signature.update(Files.readAllBytes(message()));
    return signature.verify(bytes);
  }

  private static Path message() throws IOException {
    return Files.writeString(directory.resolve("message"), "申請書");
  }

  private static VirtualCard issuedCard() {
    VirtualCard card = Cards.fresh();
    IssuingHost host = IssuingHost.open(Cards.aMyNumberCard(), card::transmit);
    int transaction = 0;
    for (Slot slot : Slot.values()) {
      host.issue(slot, IssuingHost.transaction(++transaction), AUTHORITY::certify);
      host.writeAuthority(slot, AUTHORITY.certificate());
    }
    host.setPin(Slot.USER_AUTHENTICATION, Cards.AUTHENTICATION_PIN);
    host.setPin(Slot.SIGNATURE, Cards.SIGNATURE_PIN);
    card.reset();
    return card;
  }

  private static void serve() {
    try {
      plug.serve();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static X509Certificate certificate(String id, String... more) throws Exception {
    String[] command = new String[3 + more.length];
    command[0] = "pkcs15-tool";
    command[1] = "--read-certificate";
    command[2] = id;
    System.arraycopy(more, 0, command, 3, more.length);
    String pem = openSc.run(command);
    String from = pem.substring(pem.indexOf("-----BEGIN"));
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(from.getBytes(StandardCharsets.US_ASCII)));
  }
}
