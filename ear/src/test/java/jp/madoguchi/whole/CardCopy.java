package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import jp.madoguchi.agent.card.KeySource;
import jp.madoguchi.agent.card.VirtualCard;

/**
 * A card as it is at this moment, seen by its holder: which certificate it hands out, and whether
 * it signs for it. It is a copy, so that the card itself does not notice.
 */
final class CardCopy {

  private static final HexFormat HEX = HexFormat.of();
  private static final String DIGEST_INFO = "3031300d060960864801650304020105000420";
  private static final byte[] MESSAGE = "割込み".getBytes(StandardCharsets.UTF_8);

  private final VirtualCard card;

  private CardCopy(VirtualCard card) {
    this.card = card;
  }

  /** The files of a certificate in the application for certificates. */
  private record Place(String certificate, String key, String pin) {

    static Place of(String type) {
      return type.equals("SIGNATURE")
          ? new Place("0001", "001a", "001b")
          : new Place("000a", "0017", "0018");
    }
  }

  static CardCopy of(String serial, Path folder) throws IOException {
    Path cards = RunningCounter.get().layout().cards();
    for (String ending : List.of(".json", ".state")) {
      Files.copy(
          cards.resolve(serial + ending),
          folder.resolve(serial + ending),
          StandardCopyOption.REPLACE_EXISTING);
    }
    return new CardCopy(
        VirtualCard.ofFile(folder.resolve(serial + ".json"), KeySource.generating()));
  }

  /**
   * The certificate that the card signs for, by whichever of these PINs.
   *
   * @throws AssertionError when it does not sign for the certificate that it hands out
   */
  byte[] workingCertificate(String type, List<String> pins) throws GeneralSecurityException {
    Place files = Place.of(type);
    card.reset();
    assertThat(send("00a4040c0ad392f000260100000001")).isEqualTo("9000");
    select(files.pin());
    assertThat(pins).as("the PIN of %s", type).anyMatch(pin -> send(verify(pin)).equals("9000"));
    select(files.certificate());
    byte[] certificate = read();
    select(files.key());
    byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(MESSAGE);
    String answer = send("802a008033" + DIGEST_INFO + HEX.formatHex(digest) + "00");
    assertThat(answer).as("the signature of %s", type).endsWith("9000");
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(certificate)));
    signature.update(MESSAGE);
    assertThat(signature.verify(HEX.parseHex(answer.substring(0, answer.length() - 4))))
        .as("the key of %s is its certificate's", type)
        .isTrue();
    return certificate;
  }

  private void select(String file) {
    assertThat(send("00a4020c02" + file)).isEqualTo("9000");
  }

  private static String verify(String pin) {
    byte[] bytes = pin.getBytes(StandardCharsets.US_ASCII);
    return "00200080%02x%s".formatted(bytes.length, HEX.formatHex(bytes));
  }

  private byte[] read() {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    String answer = send("00b00000e0");
    while (answer.endsWith("9000") && answer.length() > 4) {
      read.writeBytes(HEX.parseHex(answer.substring(0, answer.length() - 4)));
      answer = send("00b0%04xe0".formatted(read.size()));
    }
    return read.toByteArray();
  }

  private String send(String command) {
    byte[] answer = card.transmit(HEX.parseHex(command));
    return HEX.formatHex(Arrays.copyOf(answer, answer.length));
  }
}
