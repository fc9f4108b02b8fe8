package jp.madoguchi.terminal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.resident.BasicFourItems;
import jp.madoguchi.resident.BasicFourItems.Difference;
import jp.madoguchi.resident.CardSerial;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.resident.ResidentRegister;

/**
 * The reader beside a clerk: which card lies there, whose it is, and what it says of its holder.
 */
@Stateless
@RolesAllowed({"CLERK", "SUPERVISOR"})
public class ReaderDesk {

  @Inject private Terminals terminals;
  @Inject private ReaderSessions sessions;
  @Inject private ResidentRegister register;
  @Inject private CardReadings readings;
  @Inject private AuditTrail trail;

  /**
   * What lies on a reader.
   *
   * @param holder as the register knows the card
   */
  public record Presented(CardAtReader reader, Optional<ResidentRecord> holder) {}

  /** What the card said, beside what the register says. */
  public record Compared(ItemsReading reading, List<Difference> differences) {

    static Compared of(ItemsReading reading, ResidentRecord resident) {
      return reading instanceof ItemsReading.Read read
          ? new Compared(reading, read.items().compareWith(resident))
          : new Compared(reading, List.of());
    }

    /** What the card said, if it said it. */
    public Optional<BasicFourItems> items() {
      return reading instanceof ItemsReading.Read read
          ? Optional.of(read.items())
          : Optional.empty();
    }
  }

  public Presented look(String terminal) {
    terminals.require(terminal);
    CardAtReader reader = sessions.at(terminal);
    Optional<ResidentRecord> holder =
        reader
            .identity()
            .flatMap(card -> CardSerial.read(card.serial()))
            .flatMap(register::findByCard);
    holder.ifPresent(resident -> noteOnce(terminal, reader, resident));
    return new Presented(reader, holder);
  }

  private void noteOnce(String terminal, CardAtReader reader, ResidentRecord resident) {
    String insertion = reader.reader().insertion();
    if (sessions.firstLook(terminal, insertion)) {
      trail.record(
          Act.done("resident.seen-by-card", "RESIDENT", Long.toString(resident.id()))
              .with("terminal", terminal));
    }
  }

  /**
   * Reads the basic four items from the card, opened by what is printed on it, and compares them
   * with the register.
   *
   * @param securityCode the four digits beside the photograph
   * @throws jp.madoguchi.problem.BusinessException {@code no-card-on-reader}, {@code
   *     security-code-malformed}, {@code not-found}
   */
  public CompletionStage<Compared> compare(String terminal, long residentId, String securityCode) {
    CardIdentity card =
        sessions
            .at(terminal)
            .identity()
            .orElseThrow(() -> Problem.refused("no-card-on-reader").asException());
    ResidentRecord resident =
        register
            .find(residentId)
            .orElseThrow(() -> Problem.refused("not-found", residentId).asException());
    if (securityCode == null || !securityCode.matches("[0-9]{4}")) {
      throw Problem.refused("security-code-malformed").asException();
    }
    ItemsAccess access =
        ItemsAccess.byNumberB(resident.birthDate(), card.expiry().getYear(), securityCode);
    trail.record(
        Act.done("card.items-asked", "RESIDENT", Long.toString(residentId))
            .with("card", card.serial()));
    return sessions
        .readItems(terminal, access)
        .thenApply(reading -> Compared.of(reading, resident))
        .thenApply(compared -> kept(compared, card, residentId));
  }

  private Compared kept(Compared compared, CardIdentity card, long residentId) {
    if (compared.items().isPresent()) {
      readings.record(card.serial(), residentId, compared.differences());
    }
    return compared;
  }
}
