package jp.madoguchi.agent.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.madoguchi.agent.apdu.Tlv;
import jp.madoguchi.agent.card.Transport.CardTorn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A card with a certificate in use gets a new one and is torn out at every command, before the card
 * has seen it and after it has done it. The old certificate works until the new one does, and the
 * writing goes on where it stood.
 */
class TornCardTest {

  private static final TestAuthority AUTHORITY = new TestAuthority();
  private static final byte[] OLD = IssuingHost.transaction(1);
  private static final byte[] NEW = IssuingHost.transaction(2);
  private static final Function<RSAPublicKey, byte[]> CERTIFY = AUTHORITY::certify;
  private static final String DIGEST = "3031300D060960864801650304020105000420" + "AB".repeat(32);

  private static int commands;

  @TempDir private Path directory;

  /** Where the card leaves. */
  enum Moment {
    BEFORE_THE_CARD_SAW_IT,
    AFTER_THE_CARD_DID_IT
  }

  @BeforeAll
  static void countTheCommandsOfAWriting() {
    VirtualCard card = Cards.fresh();
    Tearing transport = new Tearing(card, 0, Moment.AFTER_THE_CARD_DID_IT);
    IssuingHost.open(Cards.aMyNumberCard(), transport)
        .issue(Slot.USER_AUTHENTICATION, NEW, CERTIFY);
    commands = transport.sent;
  }

  static Stream<Arguments> everyCommand() {
    return IntStream.rangeClosed(1, commands)
        .boxed()
        .flatMap(n -> Stream.of(Moment.values()).map(moment -> Arguments.of(n, moment)));
  }

  @ParameterizedTest
  @MethodSource("everyCommand")
  void theWritingGoesOnWhereItStood(int command, Moment moment) throws IOException {
    CardStore store = new FileCardStore(directory.resolve("card.state"));
    KeySource keys = Cards.preparedKeys();
    byte[] old = issueTheOldCertificate(new VirtualCard(Cards.aMyNumberCard(), store, keys));

    VirtualCard torn = new VirtualCard(Cards.aMyNumberCard(), store, keys);
    boolean broken = write(new Tearing(torn, command, moment));
    assertThat(broken).isTrue();

    VirtualCard back = new VirtualCard(Cards.aMyNumberCard(), store, keys);
    assertThat(theCardSignsWithTheKeyOf(certificateOf(back), back)).isTrue();
    boolean activated = moment == Moment.AFTER_THE_CARD_DID_IT && command == commands;
    assertThat(Arrays.equals(certificateOf(back), old)).isEqualTo(!activated);

    back.reset();
    assertThat(write(new Tearing(back, 0, moment))).isFalse();
    assertThat(certificateOf(back)).isNotEqualTo(old);
    assertThat(theCardSignsWithTheKeyOf(certificateOf(back), back)).isTrue();
    byte[] committed =
        Tlv.find(IssuingHost.open(Cards.aMyNumberCard(), back::transmit).journal(), 0x85)
            .orElseThrow()
            .value();
    assertThat(committed).isEqualTo(NEW);
  }

  private static byte[] issueTheOldCertificate(VirtualCard card) {
    IssuingHost host = IssuingHost.open(Cards.aMyNumberCard(), card::transmit);
    host.issue(Slot.USER_AUTHENTICATION, OLD, CERTIFY);
    host.setPin(Slot.USER_AUTHENTICATION, Cards.AUTHENTICATION_PIN);
    return certificateOf(card);
  }

  /** Whether the card was torn out. */
  private static boolean write(Transport transport) {
    try {
      IssuingHost.open(Cards.aMyNumberCard(), transport)
          .issue(Slot.USER_AUTHENTICATION, NEW, CERTIFY);
      return false;
    } catch (CardTorn e) {
      return true;
    }
  }

  private static byte[] certificateOf(VirtualCard card) {
    return new Holder(card).selectsJpki().reads(0x000A);
  }

  private static boolean theCardSignsWithTheKeyOf(byte[] certificate, VirtualCard card) {
    Holder holder = new Holder(card).selectsJpki().selects(0x0018);
    holder.verifies(Cards.AUTHENTICATION_PIN);
    String answer = holder.selects(0x0017).sends("80 2A 00 80 33" + DIGEST + "00");
    try {
      var cipher = javax.crypto.Cipher.getInstance("RSA/ECB/PKCS1Padding");
      cipher.init(
          javax.crypto.Cipher.DECRYPT_MODE, TestAuthority.parse(certificate).getPublicKey());
      byte[] signed = cipher.doFinal(HexFormat.of().parseHex(answer.substring(0, 512)));
      return Arrays.equals(signed, HexFormat.of().parseHex(DIGEST));
    } catch (Exception e) {
      throw new AssertionError("the signature cannot be read: " + answer, e);
    }
  }

  /** A way on which the card is torn out at one command; 0: never. */
  private static final class Tearing implements Transport {

    private final VirtualCard card;
    private final int at;
    private final Moment moment;
    private int sent;

    Tearing(VirtualCard card, int at, Moment moment) {
      this.card = card;
      this.at = at;
      this.moment = moment;
    }

    @Override
    public byte[] send(byte[] command) {
      boolean now = ++sent == at;
      if (now && moment == Moment.BEFORE_THE_CARD_SAW_IT) {
        throw new CardTorn();
      }
      byte[] answer = card.transmit(command);
      if (now) {
        throw new CardTorn();
      }
      return answer;
    }
  }
}
