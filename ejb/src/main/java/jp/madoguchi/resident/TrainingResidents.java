package jp.madoguchi.resident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.settings.Settings;

/**
 * The residents of the training stage: 200 made-up people, each with a virtual card. Their dates
 * are those of the day of the first start and stay as they are at later ones.
 */
@ApplicationScoped
public class TrainingResidents {

  private Settings settings;
  private OfficeClock clock;
  private ResidentRegister register;
  private RegisterEntries entries;
  private VirtualCardFiles cards;
  private AuditTrail trail;

  protected TrainingResidents() {}

  @Inject
  public TrainingResidents(
      Settings settings,
      OfficeClock clock,
      ResidentRegister register,
      RegisterEntries entries,
      VirtualCardFiles cards,
      AuditTrail trail) {
    this.settings = settings;
    this.clock = clock;
    this.register = register;
    this.entries = entries;
    this.cards = cards;
    this.trail = trail;
  }

  /** Makes what is not there yet, residents and card files. Called at every start of that stage. */
  @Transactional
  public void establish() {
    if (!settings.training()) {
      throw new IllegalStateException("made-up residents belong to the training stage only");
    }
    if (register.card(TrainingPerson.serial(1)).isEmpty()) {
      entries.enter(TrainingRoll.on(clock.today()));
      trail.record(
          Act.done("resident.training-established", "RESIDENT", "")
              .with("residents", TrainingRoll.RESIDENTS));
    }
    try {
      for (int number = 1; number <= TrainingRoll.RESIDENTS; number++) {
        writeCard(TrainingPerson.serial(number));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Virtual cards cannot be written: " + cards.directory(), e);
    }
  }

  private void writeCard(CardSerial serial) throws IOException {
    Card card = register.card(serial).orElseThrow();
    BasicFourItems items = register.find(card.residentId()).orElseThrow().basicFourItems();
    if (serial.equals(TrainingRoll.MOVED_WITHIN_THE_CITY)) {
      items =
          new BasicFourItems(
              items.name(), TrainingRoll.FORMER_ADDRESS, items.birthDate(), items.sex());
    }
    cards.writeIfAbsent(card, items);
  }
}
