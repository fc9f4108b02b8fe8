package jp.madoguchi.agent.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a card remembers, and when. */
class CardMemoryTest {

  @TempDir private Path directory;

  @Test
  void aCardFileBecomesACardThatRemembers() throws IOException {
    Path file = directory.resolve(Cards.SERIAL + ".json");
    Files.writeString(
        file,
        """
        {"kind":"MY_NUMBER","serial":"142120000000017","municipality":"14212","expiry":"20310217",
         "securityCode":"7890","name":"研修　花子","address":"神奈川県厚木市","birthDate":"19800217",
         "sex":"2","inputSupportPin":"1234","later":"fields are passed over",
         "issuingKeys":{"enc":"404142434445464748494a4b4c4d4e4f",
                        "mac":"505152535455565758595a5b5c5d5e5f"}}
        """);
    VirtualCard card = VirtualCard.ofFile(file, Cards.preparedKeys());
    IssuingHost.open(Cards.aMyNumberCard(), card::transmit)
        .setPin(Slot.USER_AUTHENTICATION, "1111");

    assertThat(directory.resolve(Cards.SERIAL + ".state")).isNotEmptyFile();
    Holder again = new Holder(VirtualCard.ofFile(file, Cards.preparedKeys()));
    assertThat(again.selectsJpki().selects(0x0018).verifies("1111")).isEqualTo("9000");
  }

  @Test
  void aCardFileWithAWrongFieldIsNamed() throws IOException {
    Path file = directory.resolve("wrong.json");
    Files.writeString(file, "{\"kind\":\"JUKI\",\"serial\":\"short\"}");
    assertThatThrownBy(() -> VirtualCard.ofFile(file, Cards.preparedKeys()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("serial does not have its form");
  }

  /** The counter is kept before the comparison, so a card without power gives no try away. */
  @Test
  void aTryCountsBeforeItIsCompared() throws IOException {
    List<Integer> kept = new ArrayList<>();
    CardStore store =
        new CardStore() {
          private CardState state;

          @Override
          public Optional<CardState> load() {
            return Optional.ofNullable(state);
          }

          @Override
          public void save(CardState next) {
            state = next;
            kept.add(next.pin(Pin.INPUT_SUPPORT).triesLeft());
          }
        };
    VirtualCard card = new VirtualCard(Cards.aMyNumberCard(), store, Cards.preparedKeys());
    Holder holder = new Holder(card).selectsInputSupport().selects(0x0011);
    holder.verifies("1234");
    assertThat(kept).containsExactly(2, 3);
  }

  @Test
  void aChangeThatCannotBeKeptIsNone() throws IOException {
    Path file = directory.resolve("card.state");
    VirtualCard card =
        new VirtualCard(Cards.aMyNumberCard(), new FileCardStore(file), Cards.preparedKeys());
    Holder holder = new Holder(card).selectsInputSupport().selects(0x0011);
    assertThat(holder.verifies("0000")).isEqualTo("63C2");
    byte[] before = Files.readAllBytes(file);

    Path inTheWay = Files.createDirectory(directory.resolve("card.state.next"));
    assertThat(holder.verifies("1234")).isEqualTo("6581");
    holder.selects(0x0002);
    assertThat(holder.sends("00 B0 0000 01")).isEqualTo("6982");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);

    Files.delete(inTheWay);
    assertThat(holder.selects(0x0011).verifies("1234")).isEqualTo("9000");
  }

  @Test
  void whatACrashLeftHalfWrittenDoesNotCount() throws IOException {
    Path file = directory.resolve("card.state");
    FileCardStore store = new FileCardStore(file);
    store.save(CardState.fresh(Cards.aMyNumberCard()).withNextChannel());
    Files.writeString(directory.resolve("card.state.next"), "{\"pins\":");

    assertThat(new FileCardStore(file).load().orElseThrow().channelCounter()).isEqualTo(1);
    store.save(store.load().orElseThrow().withNextChannel());
    assertThat(store.load().orElseThrow().channelCounter()).isEqualTo(2);
  }

  /** Whatever a reader sends, the card answers with a status word and gives nothing away. */
  @Test
  void anyCommandIsAnswered() throws IOException {
    List<String> known =
        List.of(
            "00A4040C0AD392F000260100000001",
            "00A4040C0AD3921000310001010408",
            "00A4020C020018",
            "00A4020C020002",
            "00B0000000",
            "00B2010400",
            "00200080",
            "0020008006414243313233",
            "002401800431323334",
            "002C02800431323334",
            "802A008002AABB00",
            "00CADF0100",
            "00478000" + "17B60384011791100102030405060708090A0B0C0D0E0F1000",
            "00D600000430820000",
            "805030000801020304050607" + "0800",
            "848233001000112233445566778899AABBCCDDEEFF",
            "04CADF0108010203040506070800",
            "00C0000000");
    MemoryCardStore store = new MemoryCardStore();
    VirtualCard card = new VirtualCard(Cards.aMyNumberCard(), store, Cards.preparedKeys());
    Random random = new Random(20_260_401);
    for (int i = 0; i < 100_000; i++) {
      byte[] command = HexFormat.of().parseHex(known.get(random.nextInt(known.size())));
      for (int changes = random.nextInt(3); changes > 0; changes--) {
        command[random.nextInt(command.length)] = (byte) random.nextInt();
      }
      int length = random.nextInt(8) == 0 ? random.nextInt(40) : command.length;
      assertThat(card.transmit(Arrays.copyOf(command, length)).length).isBetween(2, 258);
    }
    CardState after = store.load().orElseThrow();
    assertThat(after.channelCounter()).isPositive();
    assertThat(after.staged()).isFalse();
    assertThat(after.pin(Pin.SIGNATURE)).isEqualTo(PinState.UNSET);
    assertThat(after.slot(Slot.SIGNATURE).authority()).isEmpty();
  }

  @Test
  void aPoolHandsOutEachKeyOnce() throws IOException {
    Path file = directory.resolve("keys");
    KeyPool.make(file, 2);
    KeyPool.make(file, 1);
    KeyPool pool = KeyPool.open(file);
    var first = pool.next().getPublic();
    KeyPool again = KeyPool.open(file);
    assertThat(again.left()).isEqualTo(2);
    assertThat(again.next().getPublic()).isNotEqualTo(first);
    again.next();
    assertThat(again.left()).isZero();
    assertThat(again.next().getPublic()).isNotEqualTo(first);
  }
}
