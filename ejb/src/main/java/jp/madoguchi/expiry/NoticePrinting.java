package jp.madoguchi.expiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.expiry.NoticeChoice.Due;
import jp.madoguchi.issuance.CertificateStatus;
import jp.madoguchi.letter.Addressee;
import jp.madoguchi.letter.ExpiryNotice;
import jp.madoguchi.letter.ExpiryNotices;
import jp.madoguchi.letter.ExpiryPaper;
import jp.madoguchi.letter.LetterCode;
import jp.madoguchi.letter.Letterheads;
import jp.madoguchi.letter.OfficeHours;
import jp.madoguchi.letter.Person;
import jp.madoguchi.letter.Press;
import jp.madoguchi.letter.PrintedPaper;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.resident.ResidentRegister;
import jp.madoguchi.settings.OfficeContact;

/** Prints notices in a bundle: ledger, file, checkpoint and trail in one transaction. */
@ApplicationScoped
public class NoticePrinting {

  private static final SecureRandom RANDOM = new SecureRandom();

  private RunLedger runs;
  private NoticeBundles bundles;
  private ExpiryNotices notices;
  private ResidentRegister register;
  private ExpirySettings settings;
  private Letterheads heads;
  private OfficeHours hours;
  private OfficeContact contact;
  private Press press;
  private OfficeClock clock;
  private AuditTrail trail;

  protected NoticePrinting() {}

  @Inject
  public NoticePrinting(
      RunLedger runs,
      NoticeBundles bundles,
      ExpiryNotices notices,
      ResidentRegister register,
      ExpirySettings settings,
      Letterheads heads,
      OfficeHours hours,
      OfficeContact contact,
      Press press,
      OfficeClock clock,
      AuditTrail trail) {
    this.runs = runs;
    this.bundles = bundles;
    this.notices = notices;
    this.register = register;
    this.settings = settings;
    this.heads = heads;
    this.hours = hours;
    this.contact = contact;
    this.press = press;
    this.clock = clock;
    this.trail = trail;
  }

  /**
   * Prints what is due among the holders that were seen to, and sets the checkpoint behind them.
   *
   * @param seenTo in the order of their numbers
   * @throws IllegalStateException where the attempt was given up meanwhile; nothing is kept then
   */
  public void print(long run, int attempt, List<NoticeChoice> seenTo) {
    runs.hold(run, attempt);
    List<Due> due = seenTo.stream().filter(Due.class::isInstance).map(Due.class::cast).toList();
    if (!due.isEmpty()) {
      print(run, due);
    }
    runs.advance(run, seenTo.get(seenTo.size() - 1).residentId(), seenTo.size(), due.size());
  }

  private void print(long run, List<Due> due) {
    Instant now = clock.instant();
    long bundle = bundles.open(run, now);
    List<ExpiryPaper.Letter> letters = new ArrayList<>();
    for (Due one : due) {
      LetterCode code = LetterCode.random(RANDOM);
      Addressee to = NoticeChoices.addressee(one.holder());
      int place = letters.size() + 1;
      notices.add(
          new ExpiryNotice(code, bundle, place, one.holder().id(), to, one.lastDay(), now),
          one.ending().stream().map(CertificateStatus::serial).toList());
      letters.add(letter(one, code, to, letters.isEmpty()));
      trail.record(
          Act.done("expiry-notice.printed", "EXPIRY_NOTICE", code.value())
              .with("resident", one.holder().id())
              .with("bundle", bundle));
    }
    PrintedPaper printed =
        press.print(new ExpiryPaper(heads.current(), letters, hours.lines(), contact.phone()));
    bundles.keep(bundle, printed.pdf());
    trail.record(
        Act.done("expiry-notice.bundled", "EXPIRY_BUNDLE", Long.toString(bundle))
            .with("run", run)
            .with("notices", due.size())
            .with("notAsRegistered", printed.printability().lacking().size()));
  }

  private ExpiryPaper.Letter letter(Due due, LetterCode code, Addressee to, boolean first) {
    ResidentRecord holder = due.holder();
    boolean cardGoesOn =
        register.cardsOf(holder.id()).stream()
            .anyMatch(card -> card.goodOn(due.lastDay().plusDays(1)));
    return new ExpiryPaper.Letter(
        first,
        to,
        code,
        new Person(holder.name(), holder.kana(), holder.birthDate(), holder.address()),
        due.ending().stream()
            .map(one -> ExpiryPaper.Ending.of(one.type(), NoticeChoice.lastDayOf(one)))
            .toList(),
        !cardGoesOn,
        settings.replyTaken());
  }
}
