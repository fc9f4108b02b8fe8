package jp.madoguchi.cardwriting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import jp.madoguchi.terminal.Answer;
import jp.madoguchi.terminal.CommandApdu;
import jp.madoguchi.terminal.UnreadableAnswerException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The published known answers for SCP03 with AES-128 at security level 33. */
class SecureChannelTest {

  private static final byte[] HOST_CHALLENGE = bytes("fdf38259a1e0de44");
  private static final Answer CARD_ANSWER =
      Answer.parse("000000000000000000003003703b1aca81e821f219081cdc01c26b372d0000039000");

  private SecureChannel channel;

  @BeforeEach
  void open() {
    channel = SecureChannel.open(keys(), HOST_CHALLENGE, CARD_ANSWER);
  }

  @Test
  void theChannelIsAskedForWithTheHostsChallenge() {
    assertThat(SecureChannel.initializeUpdate(HOST_CHALLENGE).hex())
        .isEqualToIgnoringCase("8050300008fdf38259a1e0de4400");
  }

  @Test
  void theHostProvesItsKeys() {
    assertThat(channel.externalAuthenticate().hex())
        .isEqualToIgnoringCase("84823300108c36f96bcc00724a4e13ad591d7da3f0");
  }

  @Test
  void commandsAndAnswersGoThroughInOrder() {
    channel.externalAuthenticate();
    assertThat(wrap(CommandApdu.of(0x80E29100, bytes("BF3E035C015A")).expecting(256)))
        .isEqualToIgnoringCase("84e2910018267a85dfe4a98fca6fb0527e0dfecce4914e40401433c87f00");
    Answer plain =
        channel.unwrap(
            Answer.parse(
                "f3ba2b1013aa6224f5e1c138d71805c569e5439b47576260b75fc021b25097cb"
                    + "2e68f8a0144975b99000"));
    assertThat(plain.data()).isEqualTo(bytes("bf3e125a1089882119900000000000000000000005"));
    assertThat(wrap(CommandApdu.of(0x80F22002)))
        .isEqualToIgnoringCase("84f2200208ac6a59024bed84cc");
    assertThat(wrap(CommandApdu.of(0x80CA0066).expecting(256)))
        .isEqualToIgnoringCase("84ca006608409912ad8fb7aed000");
    assertThat(wrap(CommandApdu.of(0x80F22002, bytes("4f0212345c054f9f70c5"))))
        .isEqualToIgnoringCase("84f22002185f3dafc3ac14c381536a488bf44e06d056df9d74dbd21e5a");
    assertThat(wrap(CommandApdu.of(0x80F28002, bytes("4f00")).expecting(256)))
        .isEqualToIgnoringCase("84f280021865165105be3373347d0424d4400af2ac393f569ec779389e00");
  }

  @Test
  void aWholeBatchIsWrappedBeforeItsAnswersAreVerified() {
    channel.externalAuthenticate();
    channel.wrap(CommandApdu.of(0x80E29100, bytes("BF3E035C015A")).expecting(256));
    channel.wrap(CommandApdu.of(0x80F22002));
    Answer first =
        Answer.parse(
            "f3ba2b1013aa6224f5e1c138d71805c569e5439b47576260b75fc021b25097cb"
                + "2e68f8a0144975b99000");
    assertThat(channel.unwrap(first).length()).isEqualTo(21);
  }

  @Test
  void oneChangedBitInAnAnswerIsFound() {
    String genuine =
        "f3ba2b1013aa6224f5e1c138d71805c569e5439b47576260b75fc021b25097cb2e68f8a0144975b99000";
    byte[] answer = bytes(genuine);
    for (int bit = 0; bit < (answer.length - 2) * 8; bit++) {
      open();
      channel.externalAuthenticate();
      channel.wrap(CommandApdu.of(0x80E29100, bytes("BF3E035C015A")).expecting(256));
      byte[] changed = answer.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      Answer forged = Answer.parse(HexFormat.of().formatHex(changed));
      assertThatThrownBy(() -> channel.unwrap(forged))
          .isInstanceOf(UnreadableAnswerException.class);
    }
  }

  @Test
  void aBareSuccessIsNotBelieved() {
    channel.externalAuthenticate();
    channel.wrap(CommandApdu.of(0x80F22002));
    assertThatThrownBy(() -> channel.unwrap(Answer.parse("9000")))
        .isInstanceOf(UnreadableAnswerException.class);
  }

  @Test
  void anErrorStatusComesBare() {
    channel.externalAuthenticate();
    channel.wrap(CommandApdu.of(0x80F22002));
    assertThat(channel.unwrap(Answer.parse("6A82")).status()).isEqualTo(0x6A82);
  }

  @Test
  void moreAnswersThanCommandsAreRefused() {
    assertThatThrownBy(() -> channel.unwrap(Answer.parse("6A82")))
        .isInstanceOf(UnreadableAnswerException.class);
  }

  @Test
  void aCardWithOtherKeysDoesNotOpenTheChannel() {
    CardKeys others = new CardKeys(new byte[16], new byte[16]);
    assertThatThrownBy(() -> SecureChannel.open(others, HOST_CHALLENGE, CARD_ANSWER))
        .isInstanceOf(UnreadableAnswerException.class);
  }

  @Test
  void anAnswerOfAnyOtherLengthDoesNotOpenTheChannel() {
    for (int length = 0; length < 64; length++) {
      Answer answer = new Answer(Arrays.copyOf(CARD_ANSWER.data(), length), 0x9000);
      if (length != 29 && length != 32) {
        assertThatThrownBy(() -> SecureChannel.open(keys(), HOST_CHALLENGE, answer))
            .isInstanceOf(UnreadableAnswerException.class);
      }
    }
  }

  private String wrap(CommandApdu plain) {
    return channel.wrap(plain).hex();
  }

  private static CardKeys keys() {
    return new CardKeys(
        bytes("000102030405060708090a0b0c0d0e0f"), bytes("101112131415161718191a1b1c1d1e1f"));
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
