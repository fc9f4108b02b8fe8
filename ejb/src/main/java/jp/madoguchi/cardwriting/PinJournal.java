package jp.madoguchi.cardwriting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.cardwriting.PinSetting.LastTry;
import jp.madoguchi.cardwriting.jpa.CardWritingRepository;
import jp.madoguchi.cardwriting.jpa.PinSettingRepository;
import jp.madoguchi.cardwriting.jpa.PinSettingRow;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.problem.Problem;

/**
 * The server's journal of PIN settings. Every method is one step of it and takes part in the
 * caller's transaction. It knows which PIN was sent and what came of it, never the PIN (R-PINS).
 */
@ApplicationScoped
public class PinJournal {

  private final PinSettingRepository rows;
  private final CardWritingRepository writings;
  private final OfficeClock clock;
  private final AuditTrail trail;

  protected PinJournal() {
    this(null, null, null, null);
  }

  @Inject
  public PinJournal(
      PinSettingRepository rows,
      CardWritingRepository writings,
      OfficeClock clock,
      AuditTrail trail) {
    this.rows = rows;
    this.writings = writings;
    this.clock = clock;
    this.trail = trail;
  }

  /** The case's PINs in the order in which they are set; none before its card was presented. */
  public List<PinSetting> ofCase(String caseNumber) {
    return rows.ofCase(caseNumber).stream().map(PinSettingRow::asSetting).toList();
  }

  /** The case that waits for this card. */
  Optional<String> openCaseOfCard(String cardSerial) {
    return rows.openCaseOfCard(cardSerial);
  }

  /**
   * Plans what a case sets; the same again changes nothing.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code card-being-written} while certificates or
   *     PINs are still to be written onto the card for another case
   */
  void plan(PinOrder order) {
    if (!rows.ofCase(order.caseNumber()).isEmpty()) {
      return;
    }
    writings
        .openCaseOfCard(order.cardSerial())
        .or(() -> rows.openCaseOfCard(order.cardSerial()))
        .ifPresent(
            other -> {
              throw Problem.conflict("card-being-written", other).asException();
            });
    rows.add(order, clock.instant());
  }

  /** Papers and PINs are there: the card may be told. */
  void ready(String caseNumber) {
    Instant now = clock.instant();
    rows.ofCase(caseNumber).stream()
        .filter(row -> row.state() == PinSettingState.AWAITED)
        .forEach(row -> row.become(PinSettingState.READY, now));
  }

  /**
   * The card said how many tries are left. A current PIN of which nothing was heard is in doubt
   * with that, whatever the number says: the holder is asked again.
   *
   * @return whether the PIN was to be changed and is locked
   */
  boolean triesLeft(String caseNumber, CertificateType type, int tries) {
    PinSettingRow row = row(caseNumber, type);
    row.triesLeft(tries);
    if (row.state() == PinSettingState.CURRENT_SENT) {
      row.become(PinSettingState.READY, clock.instant());
      row.lastTry(LastTry.IN_DOUBT);
      trail.record(act("pin.current-in-doubt", caseNumber, row).with("triesLeft", tries));
    }
    return row.way() == PinWay.CHANGE && row.locked();
  }

  /** Before the card is told the PIN that it should have now. */
  void currentSent(String caseNumber, CertificateType type) {
    row(caseNumber, type).become(PinSettingState.CURRENT_SENT, clock.instant());
  }

  /**
   * The card found that it was not its PIN.
   *
   * @return whether it is locked now
   */
  boolean currentWrong(String caseNumber, CertificateType type, int tries) {
    PinSettingRow row = row(caseNumber, type);
    row.triesLeft(tries);
    row.become(PinSettingState.READY, clock.instant());
    row.lastTry(LastTry.WRONG);
    trail.record(act("pin.current-wrong", caseNumber, row).with("triesLeft", tries));
    return row.locked();
  }

  /** The card found it right. */
  void currentProven(String caseNumber, CertificateType type) {
    PinSettingRow row = row(caseNumber, type);
    row.become(PinSettingState.CURRENT_PROVEN, clock.instant());
    row.lastTry(null);
  }

  /** Before the card is told the new PIN, perhaps once more. */
  void newSent(String caseNumber, CertificateType type) {
    PinSettingRow row = row(caseNumber, type);
    if (row.state() != PinSettingState.NEW_SENT) {
      row.become(PinSettingState.NEW_SENT, clock.instant());
    }
  }

  /** The card has the new PIN. */
  void set(String caseNumber, CertificateType type) {
    PinSettingRow row = row(caseNumber, type);
    row.become(PinSettingState.SET, clock.instant());
    trail.record(act("pin.set", caseNumber, row).with("way", row.way()));
  }

  /**
   * The locked ones, or else all that are to be changed, are reset instead; whatever is still to be
   * proven waits for papers and PINs again.
   */
  void turnToReset(String caseNumber) {
    List<PinSettingRow> open =
        rows.ofCase(caseNumber).stream()
            .filter(row -> !row.state().isOver() && !row.state().mayBeSet())
            .toList();
    boolean anyLocked = open.stream().anyMatch(PinJournal::lockedChange);
    for (PinSettingRow row : open) {
      if (row.state() != PinSettingState.AWAITED) {
        row.become(PinSettingState.AWAITED, clock.instant());
      }
      if (row.way() == PinWay.CHANGE && (!anyLocked || lockedChange(row))) {
        row.turnToReset();
        trail.record(act("pin.turned-to-reset", caseNumber, row));
      }
    }
  }

  private static boolean lockedChange(PinSettingRow row) {
    return row.way() == PinWay.CHANGE && row.locked();
  }

  /** What is not set is given up; what the card has then is told as far as it is known. */
  void giveUp(String caseNumber) {
    for (PinSettingRow row : rows.ofCase(caseNumber)) {
      if (!row.state().isOver()) {
        boolean inDoubt = row.state() == PinSettingState.NEW_SENT;
        row.become(PinSettingState.GIVEN_UP, clock.instant());
        trail.record(act("pin.given-up", caseNumber, row).with("newInDoubt", inDoubt));
      }
    }
  }

  private PinSettingRow row(String caseNumber, CertificateType type) {
    return rows.ofCase(caseNumber).stream()
        .filter(row -> row.type() == type)
        .findFirst()
        .orElseThrow(() -> Problem.refused("not-found", caseNumber).asException());
  }

  private static Act act(String name, String caseNumber, PinSettingRow row) {
    return Act.done(name, "APPLICATION", caseNumber).with("type", row.type());
  }
}
