package jp.madoguchi.reception;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.letter.Addressee;
import jp.madoguchi.letter.CertificateCopy;
import jp.madoguchi.letter.InquiryLetter;
import jp.madoguchi.letter.InquiryPaper;
import jp.madoguchi.letter.LetterBook;
import jp.madoguchi.letter.Letterheads;
import jp.madoguchi.letter.OfficeHours;
import jp.madoguchi.letter.Person;
import jp.madoguchi.letter.PostingList;
import jp.madoguchi.letter.Press;
import jp.madoguchi.letter.PrintedPaper;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.proxy.Proxy;
import jp.madoguchi.proxy.ProxyBook;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.resident.ResidentRegister;
import jp.madoguchi.settings.OfficeContact;
import jp.madoguchi.settings.Settings;
import jp.madoguchi.text.Texts;

/**
 * The papers of 発送と回答. A letter's paper is made of what the ledger and the case hold, as often as
 * the printer needs it; each print is an act.
 */
@Stateless
@RolesAllowed({"CLERK", "SUPERVISOR"})
public class LetterPapers {

  private static final int RETURN_VISIT = 2;

  @Inject private Applications applications;
  @Inject private ResidentRegister register;
  @Inject private ProxyBook proxies;
  @Inject private LetterBook book;
  @Inject private LetterDesk letters;
  @Inject private CaseJudgement judgement;
  @Inject private Letterheads heads;
  @Inject private Press press;
  @Inject private OfficeClock clock;
  @Inject private Settings settings;
  @Inject private OfficeContact contact;
  @Inject private OfficeHours hours;
  @Inject private AuditTrail trail;

  /**
   * The case's current letter with its reply form, power of attorney and instructions.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code not-found}, {@code letter-none}
   */
  public PrintedPaper letter(ReceptionNumber number) {
    Application application =
        applications.find(number).orElseThrow(() -> Problem.refused("not-found").asException());
    InquiryLetter letter = book.require(number.value());
    PrintedPaper printed = press.print(paper(application, letter));
    trail.record(
        Act.done("paper.printed", "APPLICATION", number.value())
            .with("paper", "INQUIRY_LETTER")
            .with("letter", letter.code().value())
            .with("resident", application.residentId())
            .with("notAsRegistered", printed.printability().lacking().size()));
    return printed;
  }

  private InquiryPaper paper(Application application, InquiryLetter letter) {
    ResidentRecord resident = register.find(application.residentId()).orElseThrow();
    Proxy proxy = proxies.find(letter.receptionNumber()).orElseThrow();
    return InquiryPaper.of(
        heads.current(),
        new Addressee(resident.postalCode(), resident.address(), resident.name()),
        letter.code(),
        new Person(resident.name(), resident.kana(), resident.birthDate(), resident.address()),
        new Person(proxy.name(), "", proxy.birthDate(), proxy.address()),
        proxy.relation(),
        text("paper.kind." + application.kind()),
        application.types().stream().map(CertificateCopy::word).toList(),
        letter
            .dueOn()
            .orElseGet(() -> clock.today().plusDays(settings.number("letter.due-days", 30))),
        hours.lines(),
        judgement.requiredDocuments(application, RETURN_VISIT).stream()
            .map(code -> text("document." + code))
            .toList(),
        contact.phone());
  }

  /** 発送簿: the letters posted on a day and, for today, those that wait for it. */
  public PostingList postingList(LocalDate day) {
    List<LetterDesk.LetterLine> lines = new ArrayList<>(letters.postedOn(day));
    if (day.equals(clock.today())) {
      lines.addAll(letters.toPost());
    }
    return PostingList.of(heads.current(), day, lines.stream().map(LetterPapers::line).toList());
  }

  /** As {@link #postingList}, on paper. */
  public PrintedPaper postingListOnPaper(LocalDate day) {
    return press.print(postingList(day));
  }

  private static PostingList.Line line(LetterDesk.LetterLine line) {
    InquiryLetter letter = line.letter();
    return new PostingList.Line(
        letter.code(),
        letter.receptionNumber(),
        line.to().name(),
        line.to().postalCode(),
        letter.printedAt(),
        letter.postedAt().orElse(null),
        letter.postedBy().orElse(null));
  }

  private static String text(String key) {
    return Texts.get(Locale.JAPANESE, key);
  }
}
