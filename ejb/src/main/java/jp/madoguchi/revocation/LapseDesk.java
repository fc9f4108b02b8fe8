package jp.madoguchi.revocation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.Actors;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.Certificates;
import jp.madoguchi.letter.Addressee;
import jp.madoguchi.letter.CertificateCopy;
import jp.madoguchi.letter.LapseNotice;
import jp.madoguchi.letter.Letterheads;
import jp.madoguchi.letter.OfficeHours;
import jp.madoguchi.letter.Press;
import jp.madoguchi.letter.PrintedPaper;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.process.Processes.Steps;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.resident.ResidentRegister;
import jp.madoguchi.settings.OfficeContact;
import jp.madoguchi.workflow.CaseProcess;

/** 失効を知らせる方: whom to tell that a certificate has lapsed, and the letter for it. */
@Stateless
@RolesAllowed({"CLERK", "SUPERVISOR"})
public class LapseDesk {

  private static final String LAPSE = "LAPSE";

  @Inject private LapseBook book;
  @Inject private ResidentRegister register;
  @Inject private Certificates certificates;
  @Inject private CaseProcess process;
  @Inject private Letterheads heads;
  @Inject private OfficeHours hours;
  @Inject private OfficeContact contact;
  @Inject private Press press;
  @Inject private OfficeClock clock;
  @Inject private Actors actors;
  @Inject private AuditTrail trail;

  /** A lapse with the record of its holder. */
  public record ToTell(Lapse lapse, ResidentRecord holder) {}

  /**
   * Whose holders are to be told, the one that waits longest first.
   *
   * @param page from 1 on
   * @param size at most a hundred
   */
  public List<ToTell> due(int page, int size) {
    List<Lapse> due = book.due(Paging.from(page, size), Paging.size(size));
    Map<Long, ResidentRecord> holders = register.all(due.stream().map(Lapse::residentId).toList());
    return due.stream()
        .map(one -> new ToTell(one, Objects.requireNonNull(holders.get(one.residentId()))))
        .toList();
  }

  /** How many holders are to be told. */
  public long countDue() {
    return book.countDue();
  }

  /** One lapse, told or not; looking at it is an act. */
  public Optional<ToTell> look(String key) {
    Optional<ToTell> found = Lapse.idOf(key).flatMap(book::find).map(this::withHolder);
    found.ifPresent(one -> trail.record(Act.done("lapse.viewed", LAPSE, key)));
    return found;
  }

  /**
   * 失効のお知らせ, as often as the printer needs it; each print is an act.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code not-found}; {@code lapse-notice-none}
   *     where nobody is to be told
   */
  public PrintedPaper notice(String key) {
    Lapse lapse = require(key);
    if (lapse.notice() == Lapse.Notice.NONE || lapse.notice() == Lapse.Notice.DROPPED) {
      throw Problem.conflict("lapse-notice-none", key).asException();
    }
    PrintedPaper printed = press.print(paper(lapse));
    trail.record(
        Act.done("paper.printed", LAPSE, key)
            .with("paper", "LAPSE_NOTICE")
            .with("resident", lapse.residentId())
            .with("notAsRegistered", printed.printability().lacking().size()));
    return printed;
  }

  private LapseNotice paper(Lapse lapse) {
    ResidentRecord holder = register.find(lapse.residentId()).orElseThrow();
    return new LapseNotice(
        heads.current(),
        lapse.key(),
        new Addressee(holder.postalCode(), holder.address(), holder.name()),
        lapse.lapsed().stream()
            .map(
                one ->
                    LapseNotice.Lapsed.of(
                        one.type(), one.since().orElseThrow(), one.reason(Locale.JAPANESE)))
            .toList(),
        certificates.ofResident(holder.id()).stream()
            .filter(one -> one.validAt(clock.instant()))
            .map(one -> CertificateCopy.word(one.type()))
            .distinct()
            .toList(),
        register.cardsOf(holder.id()).stream().anyMatch(card -> card.goodOn(clock.today())),
        hours.lines(),
        contact.phone());
  }

  /**
   * The holder knows, by the letter or otherwise.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code not-found}; {@code step-not-due} where
   *     nobody is to be told, or somebody did already
   */
  public void told(String key) {
    Lapse lapse = require(key);
    process.complete(key, Steps.TELL_HOLDER);
    lapse.told(actors.current().login(), clock.instant());
    trail.record(Act.done("lapse.told", LAPSE, key).with("resident", lapse.residentId()));
  }

  private Lapse require(String key) {
    return Lapse.idOf(key)
        .flatMap(book::find)
        .orElseThrow(() -> Problem.refused("not-found").asException());
  }

  private ToTell withHolder(Lapse lapse) {
    return new ToTell(lapse, register.find(lapse.residentId()).orElseThrow());
  }
}
