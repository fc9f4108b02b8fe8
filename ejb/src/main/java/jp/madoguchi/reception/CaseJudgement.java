package jp.madoguchi.reception;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.approval.Approval;
import jp.madoguchi.approval.Exceptions;
import jp.madoguchi.calendar.BusinessCalendar;
import jp.madoguchi.calendar.CounterHours;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.eligibility.Facts;
import jp.madoguchi.eligibility.FactsBuilder;
import jp.madoguchi.eligibility.Judge;
import jp.madoguchi.eligibility.Judgement;
import jp.madoguchi.eligibility.RequiredDocument;
import jp.madoguchi.eligibility.Residence;
import jp.madoguchi.issuance.CertificateStatus;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.Certificates;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.resident.Card;
import jp.madoguchi.resident.CardKind;
import jp.madoguchi.resident.CardSerial;
import jp.madoguchi.resident.CardState;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.resident.ResidentRegister;
import jp.madoguchi.transaction.OncePerTransaction;
import jp.madoguchi.workflow.CaseFacts;

/** Gathers what is known of an application now, and has it judged. */
@ApplicationScoped
class CaseJudgement implements CaseFacts {

  private static final String NOTICE_REPLY_FORM = "NOTICE_REPLY_FORM";

  @Inject private ResidentRegister register;
  @Inject private Applications applications;
  @Inject private Certificates certificates;
  @Inject private BusinessCalendar calendar;
  @Inject private OfficeClock clock;
  @Inject private Judge judge;
  @Inject private Exceptions exceptions;
  @Inject private OncePerTransaction once;

  /** Judges a form before it is received. */
  Judgement of(ApplicationForm form) {
    return judge.judge(facts(form, Optional.empty()));
  }

  /** Judges an open case again, on what is known now (R-RECHECK). */
  Judgement again(Application application) {
    return judge.judge(facts(application));
  }

  /** Whether the reply of the expiry notice takes the letter's place (R-PROXY-NOTICE). */
  boolean takesNoticeReply(Application application) {
    return application.noticeReply()
        && requiredDocuments(application, 1).contains(NOTICE_REPLY_FORM);
  }

  /** The codes of the papers that a visit asks for. */
  List<String> requiredDocuments(Application application, int visit) {
    List<List<RequiredDocument>> visits = again(application).documents();
    return visits.size() < visit
        ? List.of()
        : visits.get(visit - 1).stream().map(RequiredDocument::code).toList();
  }

  @Override
  public Map<String, Object> of(String receptionNumber) {
    Application application = applications.find(new ReceptionNumber(receptionNumber)).orElseThrow();
    return judge.inputs(facts(application));
  }

  private Facts facts(Application application) {
    return facts(application.form(), Optional.of(application.receptionNumber()));
  }

  private Facts facts(ApplicationForm form, Optional<ReceptionNumber> own) {
    ResidentRecord resident =
        register
            .find(form.residentId())
            .orElseThrow(() -> Problem.refused("not-found").asException());
    CounterHours hours = calendar.at(clock.now());
    Holdings holdings = once.ask(new Of(resident.id()), () -> holdings(resident.id()));
    FactsBuilder facts =
        Facts.on(clock.today())
            .born(resident.birthDate())
            .residence(Residence.valueOf(resident.status().name()))
            .adultWard(resident.adultWard())
            .stayUntil(resident.stayUntil())
            .route(form.route())
            .kind(form.kind())
            .reissueReason(form.reissueReason())
            .types(form.types())
            .currentExpiry(holdings.lastDays())
            .openApplication(holdings.openBut(own))
            .noticeReply(form.noticeReply())
            .sameHousehold(form.sameHousehold());
    // R-HOURS is for the intake: no open case ends because the register changes by night
    boolean intake = own.isEmpty();
    if (intake) {
      facts.counter(hours);
    }
    addCard(facts, form, resident);
    if (resident.adultWard() || (intake && !hours.open())) {
      addExceptions(facts, form, own);
    }
    return facts.build();
  }

  /** What the case was opened with, or what a form could be received with now. */
  private void addExceptions(
      FactsBuilder facts, ApplicationForm form, Optional<ReceptionNumber> own) {
    List<Approval> granted =
        own.map(number -> exceptions.ofCase(number.value()))
            .orElseGet(() -> exceptions.usable(form.matter()));
    for (Approval one : granted) {
      String reason = one.decidedReason().orElseThrow();
      switch (one.exception()) {
        case WARD -> facts.wardException(reason);
        case OUT_OF_HOURS -> facts.outOfHoursAllowance(reason);
        case OTHER_DOCUMENT, CARD_RELEASE -> {
          // judged by people, not by the tables
        }
      }
    }
  }

  private void addCard(FactsBuilder facts, ApplicationForm form, ResidentRecord resident) {
    Optional<Card> card =
        CardSerial.read(form.cardSerial())
            .flatMap(register::card)
            .filter(found -> found.residentId() == resident.id());
    card.ifPresentOrElse(
        found ->
            facts.card(found.kind(), found.expiresOn()).cardLost(found.state() != CardState.VALID),
        () -> facts.card(CardKind.NONE, null));
  }

  private Map<CertificateType, LocalDate> currentExpiry(long residentId) {
    Map<CertificateType, LocalDate> lastDays = new EnumMap<>(CertificateType.class);
    certificates.ofResident(residentId).stream()
        .filter(certificate -> certificate.validAt(clock.instant()))
        .forEach(
            certificate ->
                lastDays.merge(certificate.type(), lastDay(certificate), CaseJudgement::later));
    return lastDays;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate lastDay(CertificateStatus certificate) {
    return certificate.notAfter().atZone(OfficeClock.ZONE).toLocalDate();
  }

  private Holdings holdings(long residentId) {
    return new Holdings(
        currentExpiry(residentId),
        applications.openOf(residentId).map(Application::receptionNumber));
  }

  /** Under which a transaction keeps what a resident has. */
  private record Of(long residentId) {}

  /**
   * What a resident has already. A transaction looks once: the case that it opens itself is no
   * other one, and none judges again after it has published or ended something.
   *
   * @param lastDays of the certificates that are valid now
   * @param open an application that is open
   */
  private record Holdings(
      Map<CertificateType, LocalDate> lastDays, Optional<ReceptionNumber> open) {

    String openBut(Optional<ReceptionNumber> own) {
      return open.filter(number -> own.filter(number::equals).isEmpty())
          .map(ReceptionNumber::value)
          .orElse("");
    }
  }
}
