package jp.madoguchi.agent.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import jp.madoguchi.agent.card.Cards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The virtual reader and its rack. */
class VirtualReaderTest {

  private static final byte[] SELECT = HexFormat.of().parseHex("00A4040C0AD392F000260100000001");
  private static final byte[] GET_RESPONSE = HexFormat.of().parseHex("00C0000000");

  private final VirtualReader reader = new VirtualReader();

  @Test
  void eachStayOfACardHasItsOwnName() {
    reader.insert(Cards.fresh());
    String first = card().insertion();
    reader.remove();
    assertThat(reader.state()).isInstanceOf(ReaderState.Empty.class);
    reader.insert(Cards.fresh());
    assertThat(card().insertion()).isNotEqualTo(first);
  }

  @Test
  void aCardThatWasTakenOffDoesNotAnswer() {
    reader.insert(Cards.fresh());
    InsertedCard card = card();
    assertThat(card.transmit(SELECT)).isInstanceOf(Transmission.Answer.class);
    reader.insert(Cards.fresh());
    assertThat(card.transmit(SELECT)).isInstanceOf(Transmission.CardGone.class);
  }

  @Test
  void aCardIsTornOutAfterTheCommandThatWasNamed() {
    reader.insert(Cards.fresh());
    InsertedCard card = card();
    reader.tearAfter(2);
    assertThat(card.transmit(SELECT)).isInstanceOf(Transmission.Answer.class);
    assertThat(card.transmit(GET_RESPONSE)).isInstanceOf(Transmission.Answer.class);
    assertThat(card.transmit(SELECT)).isInstanceOf(Transmission.CardGone.class);
    assertThat(reader.state()).isInstanceOf(ReaderState.Empty.class);
  }

  @Test
  void whatIsPreparedForAnEmptyReaderBefallsTheNextCard() {
    reader.tearAfter(1);
    reader.insert(Cards.fresh());
    assertThat(card().transmit(SELECT)).isInstanceOf(Transmission.CardGone.class);
    reader.insert(Cards.fresh());
    assertThat(card().transmit(SELECT)).isInstanceOf(Transmission.Answer.class);
  }

  @Test
  void aReaderThatIsUnpluggedIsNoneAndComesBackEmpty() {
    reader.insert(Cards.fresh());
    InsertedCard card = card();
    reader.unplug();
    assertThat(reader.state()).isInstanceOf(ReaderState.None.class);
    assertThat(card.transmit(SELECT)).isInstanceOf(Transmission.CardGone.class);
    reader.plug();
    assertThat(reader.state()).isInstanceOf(ReaderState.Empty.class);
  }

  @Test
  void everyChangeIsTold() {
    AtomicInteger changes = new AtomicInteger();
    reader.onChange(changes::incrementAndGet);
    reader.insert(Cards.fresh());
    reader.remove();
    reader.remove();
    reader.insert(Cards.fresh());
    reader.tearAfter(1);
    card().transmit(SELECT);
    assertThat(changes).hasValue(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../etc/passwd", "a/b", "999999999999999"})
  void aCardThatIsNotOnTheRackIsNotPutOn(String serial, @TempDir Path directory) {
    VirtualRack rack = new VirtualRack(directory, Cards.preparedKeys());
    assertThatThrownBy(() -> rack.insert(serial)).isInstanceOf(RackException.class);
    assertThat(rack.reader().state()).isInstanceOf(ReaderState.Empty.class);
  }

  @Test
  void aCardFileThatCannotBeUsedIsNamed(@TempDir Path directory) throws Exception {
    Files.writeString(directory.resolve("1.json"), "{");
    VirtualRack rack = new VirtualRack(directory, Cards.preparedKeys());
    assertThatThrownBy(() -> rack.insert("1"))
        .isInstanceOf(RackException.class)
        .hasMessageContaining("1.json");
  }

  private InsertedCard card() {
    return reader.state().inserted().orElseThrow();
  }
}
