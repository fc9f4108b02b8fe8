package jp.madoguchi.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import jp.madoguchi.issuance.ChosenSettings;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.resident.jpa.EmbeddedResidentRegister;
import jp.madoguchi.resident.jpa.StoredChanges;
import jp.madoguchi.resident.jpa.StoredEntries;
import jp.madoguchi.testing.ActingAs;
import jp.madoguchi.testing.BoundEntityManager;
import jp.madoguchi.testing.FiredEvents;
import jp.madoguchi.testing.MovableClock;
import jp.madoguchi.testing.RecordedActs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new card for a resident of the training stage, by a change of the register as of any card. */
class TrainingCardsTest {

  private static final CardSerial FORMER = new CardSerial("KENSHU000990001");

  @TempDir private Path directory;

  private final BoundEntityManager bound = new BoundEntityManager();
  private final MovableClock clock = new MovableClock("2026-11-24T10:00");
  private final EmbeddedResidentRegister register =
      new EmbeddedResidentRegister(bound.entityManager());

  @BeforeEach
  void somebodyHasACard() {
    bound.inNewTransaction(
        () ->
            entries()
                .enter(
                    Entries.lines(
                        Entries.withGoodCard(
                            Entries.aResident("TRAINING-CARDS"), FORMER.value()))));
  }

  @Test
  void theNewCardIsInTheRackAndTheFormerOneHasEnded() {
    Card made = bound.inNewTransaction(() -> cards("embedded").replace(FORMER));
    assertThat(made.serial().value()).matches("KENSHU\\d{3}990001").isNotEqualTo(FORMER.value());
    assertThat(directory.resolve(made.serial() + ".json")).exists();
    List<Card> all = bound.inNewTransaction(() -> register.cardsOf(made.residentId()));
    assertThat(all.stream().filter(card -> card.goodOn(clock.today())))
        .extracting(Card::serial)
        .containsExactly(made.serial());
    assertThat(bound.inNewTransaction(() -> register.card(FORMER)).orElseThrow().state())
        .isEqualTo(CardState.REVOKED);
  }

  @Test
  void inAnyOtherStageThereIsNoSuchThing() {
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(() -> bound.inNewTransaction(() -> cards("production").replace(FORMER)))
        .satisfies(thrown -> assertThat(thrown.problem().code()).isEqualTo("not-found"));
  }

  private StoredEntries entries() {
    return new StoredEntries(bound.entityManager(), new FiredEvents<>(), new FiredEvents<>());
  }

  private TrainingCards cards(String stage) {
    ChosenSettings settings =
        new ChosenSettings()
            .with("stage", stage)
            .with("training.cards-directory", directory.toString());
    ChangeDesk changes =
        new ChangeDesk(
            new StoredChanges(bound.entityManager()),
            entries(),
            new FiredEvents<>(),
            new RecordedActs(),
            ActingAs.somebody("clerk1", "CLERK"),
            clock);
    return new TrainingCards(
        settings, register, new VirtualCardFiles(settings, new NoKeys()), changes, clock);
  }

  /** The keys of nobody's card. */
  private static final class NoKeys implements IssuingKeySource {

    @Override
    public byte[] encryptionKey(String cardSerial) {
      return new byte[16];
    }

    @Override
    public byte[] authenticationKey(String cardSerial) {
      return new byte[16];
    }
  }
}
