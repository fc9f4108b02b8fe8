package jp.madoguchi.reception;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.madoguchi.approval.Exceptions;
import jp.madoguchi.audit.PastActs;
import jp.madoguchi.audit.PastActs.Subject;
import jp.madoguchi.audit.RecordedAct;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.cardwriting.CardWriting;
import jp.madoguchi.cardwriting.WritingStatus;
import jp.madoguchi.fee.FeeBook;
import jp.madoguchi.issuance.Certificates;
import jp.madoguchi.letter.LetterBook;
import jp.madoguchi.process.Processes.Steps;
import jp.madoguchi.proxy.ProxyBook;
import jp.madoguchi.reception.CaseParts.Part;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.resident.ResidentRegister;
import jp.madoguchi.workflow.CaseProcess;
import jp.madoguchi.workflow.CaseProcess.DueCase;
import jp.madoguchi.workflow.CaseProcess.DueStep;
import jp.madoguchi.workflow.CaseWay;
import jp.madoguchi.workflow.CaseWay.Standing;
import jp.madoguchi.workflow.CaseWay.WayStep;

/** Puts together what the features know of a case. */
@ApplicationScoped
class CaseFile {

  private static final int FIRST_VISIT = 1;
  private static final int RETURN_VISIT = 2;

  @Inject private Applications applications;
  @Inject private ResidentRegister register;
  @Inject private CaseJudgement judgement;
  @Inject private CaseProcess process;
  @Inject private CaseWay way;
  @Inject private CaseParts parts;
  @Inject private PaperChecks papers;
  @Inject private Confirmations confirmations;
  @Inject private Exceptions exceptions;
  @Inject private ProxyBook proxies;
  @Inject private LetterBook letters;
  @Inject private FeeBook book;
  @Inject private Certificates certificates;
  @Inject private CardWriting writing;
  @Inject private PastActs past;
  @Inject private OfficeClock clock;

  CaseView of(Application application) {
    String number = application.receptionNumber().value();
    CaseWay.Stand stand = way.of(number);
    Set<String> steps = stand.due().stream().map(DueStep::step).collect(Collectors.toSet());
    Set<Part> has = parts.of(number);
    return new CaseView(
        application,
        resident(application),
        way(application, stand.steps()),
        stand.due(),
        requiredPapers(application, steps),
        confirmations.required(application, steps),
        confirmations.substitutes(application),
        has.contains(Part.PROXY) ? proxies.find(number) : Optional.empty(),
        has.contains(Part.LETTER) ? letters.ofCase(number) : List.of(),
        has.contains(Part.RETURN_VISIT) ? proxies.visits(number) : List.of(),
        has.contains(Part.PAPER) ? papers.ofCase(number) : List.of(),
        has.contains(Part.CONFIRMATION) ? papers.confirmationsOf(number) : List.of(),
        has.contains(Part.EXCEPTION) ? exceptions.ofCase(number) : List.of(),
        has.contains(Part.FEE) ? book.ofCase(number) : List.of(),
        has.contains(Part.CERTIFICATE) ? certificates.ofReception(number) : List.of(),
        refusals(application),
        has.contains(Part.NOTE) ? papers.notesOf(number) : List.of());
  }

  /** With the notice's own reply nothing of a letter is to come (R-PROXY-NOTICE). */
  private List<WayStep> way(Application application, List<WayStep> steps) {
    boolean letter = !judgement.takesNoticeReply(application);
    return steps.stream()
        .filter(
            step ->
                letter
                    || step.standing() != Standing.TO_COME
                    || !Steps.OF_LETTER.contains(step.step()))
        .toList();
  }

  private List<RefusalReason> refusals(Application application) {
    return application.state() == ApplicationState.REFUSED
        ? papers.reasonsOf(application.receptionNumber().value())
        : List.of();
  }

  /** What the rules ask for matters while somebody is to confirm it; then stands what was seen. */
  private List<String> requiredPapers(Application application, Set<String> steps) {
    if (steps.contains(Steps.CHECK_REPLY)) {
      return judgement.requiredDocuments(application, RETURN_VISIT);
    }
    return steps.contains(Steps.CHECK_PAPERS) || steps.contains(Steps.CHECK_PAPERS_IN_PERSON)
        ? judgement.requiredDocuments(application, FIRST_VISIT)
        : List.of();
  }

  List<RecordedAct> history(String number) {
    List<Subject> subjects = new ArrayList<>();
    subjects.add(new Subject("APPLICATION", number));
    certificates
        .ofReception(number)
        .forEach(one -> subjects.add(new Subject("CERTIFICATE", one.serial().hex())));
    exceptions
        .ofCase(number)
        .forEach(one -> subjects.add(new Subject("APPROVAL", Long.toString(one.id()))));
    return past.of(subjects);
  }

  List<CaseLine> lines(List<Application> found) {
    List<String> open =
        found.stream()
            .filter(one -> one.state() == ApplicationState.OPEN)
            .map(one -> one.receptionNumber().value())
            .toList();
    Map<String, DueStep> due =
        process.due(open).stream()
            .collect(
                Collectors.toMap(DueCase::receptionNumber, DueCase::step, (first, next) -> first));
    Map<Long, ResidentRecord> residents = residents(found);
    return found.stream()
        .map(one -> line(one, due.get(one.receptionNumber().value()), residents))
        .toList();
  }

  /** The cases whose card writing does not go on, though nobody is asked for anything. */
  List<StuckCase> stuck(int limit) {
    Map<String, WritingStatus> stuck =
        writing.stuck(limit).stream()
            .collect(Collectors.toMap(WritingStatus::receptionNumber, Function.identity()));
    Collection<Application> found = applications.all(List.copyOf(stuck.keySet()));
    Map<Long, ResidentRecord> residents = residents(found);
    return found.stream()
        .sorted(Comparator.comparing(Application::receivedAt))
        .map(
            one ->
                new StuckCase(line(one, null, residents), stuck.get(one.receptionNumber().value())))
        .toList();
  }

  /** These cases, which ended without issue, with their reasons. */
  List<EndedCase> ended(List<Application> refused) {
    Map<String, List<RefusalReason>> reasons =
        papers
            .reasonsOf(refused.stream().map(one -> one.receptionNumber().value()).toList())
            .stream()
            .collect(Collectors.groupingBy(RefusalReason::receptionNumber));
    Map<Long, ResidentRecord> residents = residents(refused);
    return refused.stream()
        .map(
            one ->
                new EndedCase(
                    line(one, null, residents),
                    reasons.getOrDefault(one.receptionNumber().value(), List.of())))
        .toList();
  }

  /** What waits for a person in any case, oldest first. */
  List<CaseLine> due(int limit) {
    List<DueCase> due = process.allDue(limit);
    Map<String, Application> byNumber =
        applications.all(due.stream().map(DueCase::receptionNumber).toList()).stream()
            .collect(Collectors.toMap(one -> one.receptionNumber().value(), Function.identity()));
    Map<Long, ResidentRecord> residents = residents(byNumber.values());
    return due.stream()
        .filter(one -> byNumber.containsKey(one.receptionNumber()))
        .map(one -> line(byNumber.get(one.receptionNumber()), one.step(), residents))
        .toList();
  }

  /** Of a whole list at once. */
  private Map<Long, ResidentRecord> residents(Collection<Application> found) {
    return register.all(found.stream().map(Application::residentId).toList());
  }

  private CaseLine line(Application application, DueStep due, Map<Long, ResidentRecord> residents) {
    ResidentRecord resident = residents.get(application.residentId());
    Duration waiting =
        Optional.ofNullable(due)
            .map(step -> Duration.between(step.since(), clock.instant()))
            .filter(waited -> !waited.isNegative()) // the training stage's clock can be moved back
            .orElse(Duration.ZERO);
    return new CaseLine(application, resident.name(), resident.kana(), due, waiting);
  }

  private ResidentRecord resident(Application application) {
    return register
        .find(application.residentId())
        .orElseThrow(() -> new IllegalStateException("A case without its resident"));
  }
}
