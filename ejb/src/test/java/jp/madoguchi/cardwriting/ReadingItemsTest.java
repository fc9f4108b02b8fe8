package jp.madoguchi.cardwriting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import jp.madoguchi.agent.card.VirtualCard;
import jp.madoguchi.resident.BasicFourItems;
import jp.madoguchi.resident.Sex;
import jp.madoguchi.terminal.ItemsAccess;
import jp.madoguchi.terminal.ItemsReading;
import org.junit.jupiter.api.Test;

/** The basic four items, read from the card in software. */
class ReadingItemsTest {

  private static final LocalDate BIRTH_DATE = LocalDate.of(1980, 2, 17);

  private final Counter counter = new Counter();
  private final AgentAtCounter agent = counter.agentAt("T1");
  private final VirtualCard card = counter.aCard();

  @Test
  void whatIsPrintedOnTheCardOpensItsFourItems() {
    agent.insert(card).work();

    assertThat(read(ItemsAccess.byNumberB(BIRTH_DATE, 2031, "1234")))
        .isEqualTo(
            new ItemsReading.Read(
                new BasicFourItems("見本\u3000一郎", "神奈川県厚木市見本町三丁目17番17号", BIRTH_DATE, Sex.MALE)));
  }

  @Test
  void soDoesTheHoldersPin() {
    agent.insert(card).work();

    assertThat(read(ItemsAccess.byPin("1234"))).isInstanceOf(ItemsReading.Read.class);
  }

  @Test
  void aWrongPinLeavesFewerTriesUntilItLocks() {
    agent.insert(card).work();

    assertThat(read(ItemsAccess.byPin("9999"))).isEqualTo(new ItemsReading.Refused(2));
    assertThat(read(ItemsAccess.byPin("9999"))).isEqualTo(new ItemsReading.Refused(1));
    assertThat(read(ItemsAccess.byPin("9999"))).isEqualTo(new ItemsReading.Refused(0));
    assertThat(read(ItemsAccess.byPin("1234"))).isEqualTo(new ItemsReading.Refused(0));
  }

  @Test
  void aCardTakenAwayIsAnAnswerToo() {
    agent.insert(card).work();
    CompletableFuture<ItemsReading> reading =
        counter.sessions.readItems(counter.terminal("T1"), ItemsAccess.byPin("1234"));

    agent.remove();
    agent.work();

    assertThat(reading).isCompletedWithValue(new ItemsReading.Failed());
  }

  @Test
  void anEmptyReaderAnswersAtOnce() {
    assertThat(read(ItemsAccess.byPin("1234"))).isEqualTo(new ItemsReading.Failed());
  }

  @Test
  void theSecretIsNotShown() {
    assertThat(ItemsAccess.byPin("1234").toString()).doesNotContain("1234");
  }

  private ItemsReading read(ItemsAccess access) {
    CompletableFuture<ItemsReading> reading =
        counter.sessions.readItems(counter.terminal("T1"), access);
    agent.work();
    return reading.join();
  }
}
