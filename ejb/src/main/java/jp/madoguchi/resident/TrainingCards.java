package jp.madoguchi.resident;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.settings.Settings;

/**
 * New cards for the training stage's residents, as the municipality's issuing of cards would make
 * them: the virtual rack gets the card, and the register tells of it by a change.
 */
@Stateless
@RolesAllowed({"CLERK", "SUPERVISOR", "PROCESS_OWNER", "AUDITOR", "ADMIN", "REGISTER"})
public class TrainingCards {

  private static final Pattern SERIAL = Pattern.compile("KENSHU(\\d{3})(\\d{6})");
  private static final int YEARS = 10;

  private Settings settings;
  private ResidentRegister register;
  private VirtualCardFiles files;
  private ChangeDesk changes;
  private OfficeClock clock;

  protected TrainingCards() {}

  @Inject
  public TrainingCards(
      Settings settings,
      ResidentRegister register,
      VirtualCardFiles files,
      ChangeDesk changes,
      OfficeClock clock) {
    this.settings = settings;
    this.register = register;
    this.files = files;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Makes a new card for the holder of this one, which ends with it.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code not-found} outside the training stage, or
   *     without such a card; {@code training-card-not-made} where the register does not take it
   */
  public Card replace(CardSerial former) {
    if (!settings.training() || !SERIAL.matcher(former.value()).matches()) {
      throw Problem.refused("not-found").asException();
    }
    ResidentRecord holder =
        register.findByCard(former).orElseThrow(() -> Problem.refused("not-found").asException());
    Card made =
        new Card(next(holder), holder.id(), CardKind.MY_NUMBER, lastDay(holder), CardState.VALID);
    try {
      files.writeIfAbsent(made, holder.basicFourItems());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ChangeAnswer answer = changes.take(change(holder, made));
    if (answer.outcome() != ChangeAnswer.Outcome.APPLIED) {
      throw Problem.conflict("training-card-not-made", answer.outcome()).asException();
    }
    return made;
  }

  private ChangeForm change(ResidentRecord holder, Card made) {
    return new ChangeForm(
        "training/" + made.serial(),
        holder.registerNumber(),
        clock.now().toOffsetDateTime().toString(),
        null,
        false,
        false,
        Map.of(
            ResidentColumn.CARD_SERIAL.field(), made.serial().value(),
            ResidentColumn.CARD_KIND.field(), made.kind().name(),
            ResidentColumn.CARD_EXPIRES_ON.field(), made.expiresOn().toString(),
            ResidentColumn.CARD_STATE.field(), made.state().name()));
  }

  /** The last six digits are the person's own; those before count the cards. */
  private CardSerial next(ResidentRecord holder) {
    Matcher last =
        register.cardsOf(holder.id()).stream()
            .map(card -> SERIAL.matcher(card.serial().value()))
            .filter(Matcher::matches)
            .max(Comparator.comparing(matcher -> matcher.group(1)))
            .orElseThrow();
    return new CardSerial(
        "KENSHU%03d%s".formatted(Integer.parseInt(last.group(1)) + 1, last.group(2)));
  }

  private LocalDate lastDay(ResidentRecord holder) {
    int age = clock.today().getYear() - holder.birthDate().getYear();
    LocalDate birthday = holder.birthDate().plusYears((long) age + YEARS);
    return holder.stayUntil() == null || birthday.isBefore(holder.stayUntil())
        ? birthday
        : holder.stayUntil();
  }
}
