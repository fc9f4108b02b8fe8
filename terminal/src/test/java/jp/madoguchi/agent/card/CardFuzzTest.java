package jp.madoguchi.agent.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.agent.Fuzz;
import jp.madoguchi.agent.apdu.CommandApdu;
import jp.madoguchi.agent.apdu.ResponseApdu;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Any command on any way, also through the secure channel as only the office could send it: the
 * card answers with a status word, keeps within its memory, and each certificate it shows is whole
 * and for the key beside it.
 */
class CardFuzzTest {

  private static final TestAuthority AUTHORITY = new TestAuthority();
  private static final int LONGEST_CERTIFICATE = 8192;

  /** After these the channel is gone, and a new one is opened. */
  private static final Set<Integer> CLOSED = Set.of(0x6982, 0x6985, 0x6988);

  /** What the profile and the public part know, as any reader may begin to send it. */
  private static final List<byte[]> KNOWN =
      List.of(
              "00A4040C0AD392F000260100000001",
              "00A4040C0AD3921000310001010408",
              "00A4020C020018",
              "00A4020C02001B",
              "00A4020C02000A",
              "00A4020C02000B",
              "00A4020C020017",
              "00B0000000",
              "00B2010400",
              "00200080",
              "00200080044649464900",
              "0024018006414243313233",
              "002C02800431323334",
              "002C028006414243313233",
              "802A0080023031",
              "002A9E9A14000102030405060708090A0B0C0D0E0F1011121300",
              "00CADF0100",
              "00478000" + "17B60384011791100102030405060708090A0B0C0D0E0F1000",
              "00478000" + "17B60384011A91100102030405060708090A0B0C0D0E0F1100",
              "0047810000",
              "00D600000830820004AABBCCDD",
              "00D6000804AABBCCDD",
              "00440000" + "30" + "01".repeat(48),
              "805030000801020304050607" + "0800",
              "848233001000112233445566778899AABBCCDDEEFF",
              "04CADF0108010203040506070800",
              "00C0000000")
          .stream()
          .map(HexFormat.of()::parseHex)
          .toList();

  private final MemoryCardStore store = new MemoryCardStore();
  private VirtualCard card;
  private CardState checked;

  @BeforeEach
  void theCardHasBothCertificates() throws IOException {
    card = new VirtualCard(Cards.aMyNumberCard(), store, Cards.preparedKeys());
    checked = store.load().orElse(CardState.fresh(Cards.aMyNumberCard()));
    IssuingHost host = open();
    host.issue(Slot.USER_AUTHENTICATION, IssuingHost.transaction(1), AUTHORITY::certify);
    host.issue(Slot.SIGNATURE, IssuingHost.transaction(2), AUTHORITY::certify);
    requireSoundState();
  }

  @Test
  void whateverComesThroughTheChannel() throws IOException {
    Fuzz fuzz = new Fuzz(2026_11_26_04);
    IssuingHost host = open();
    int transaction = 3;
    for (int i = 0; i < Fuzz.INPUTS; i++) {
      if (i % 500 == 499) {
        // in between the office writes a card as it should be written
        card.reset();
        host = open();
        Slot slot = fuzz.oneOf(List.of(Slot.values()));
        host.issue(slot, IssuingHost.transaction(transaction++), AUTHORITY::certify);
      }
      ResponseApdu answer = host.send(command(fuzz));
      assertThat(answer.status()).isBetween(0x6100, 0x9000);
      assertThat(answer.data().length).isLessThanOrEqualTo(512);
      requireSoundState();
      if (CLOSED.contains(answer.status())) {
        card.reset();
        host = open();
      }
    }
  }

  @Test
  void whateverComesBesideTheChannel() throws IOException {
    Fuzz fuzz = new Fuzz(2026_11_26_05);
    CardState before = store.load().orElseThrow();
    for (int i = 0; i < Fuzz.INPUTS; i++) {
      byte[] command = fuzz.oneIn(10) ? fuzz.noise(300) : fuzz.mutated(fuzz.oneOf(KNOWN));
      assertThat(card.transmit(command).length).isBetween(2, 258);
    }
    CardState after = store.load().orElseThrow();
    for (Slot slot : Slot.values()) {
      assertThat(after.slot(slot)).isSameAs(before.slot(slot));
    }
    assertThat(after.staged()).isFalse();
    assertThat(after.committed()).isSameAs(before.committed());
  }

  private IssuingHost open() {
    return IssuingHost.open(Cards.aMyNumberCard(), card::transmit);
  }

  /** A command that fits into the channel, right or wrong. */
  private static CommandApdu command(Fuzz fuzz) {
    Optional<CommandApdu> command = CommandApdu.parse(fuzz.mutated(fuzz.oneOf(KNOWN)));
    return command
        .filter(fits -> fits.data().length <= 239)
        .orElseGet(
            () ->
                new CommandApdu(
                    fuzz.oneIn(2) ? 0x00 : 0x80,
                    fuzz.upTo(256),
                    fuzz.upTo(256),
                    fuzz.upTo(256),
                    fuzz.noise(239),
                    256));
  }

  private void requireSoundState() throws IOException {
    CardState state = store.load().orElseThrow();
    for (Slot slot : Slot.values()) {
      KeySlot content = state.slot(slot);
      if (content != checked.slot(slot)) {
        requireSound(content);
      }
    }
    if (state.staged()) {
      assertThat(state.staging().certificate().length).isLessThanOrEqualTo(LONGEST_CERTIFICATE);
    }
    for (Pin pin : Pin.values()) {
      assertThat(state.pin(pin).triesLeft()).isBetween(0, pin.tries());
    }
    checked = state;
  }

  private static void requireSound(KeySlot content) {
    if (content.hasCertificate()) {
      assertThat(
              CardCertificate.isFor(content.certificate(), RsaKeys.publicKey(content.privateKey())))
          .isTrue();
    }
    byte[] authority = content.authority();
    assertThat(authority.length == 0 || CardCertificate.isWhole(authority)).isTrue();
    assertThat(content.incomingAuthority().length).isLessThanOrEqualTo(LONGEST_CERTIFICATE);
  }
}
