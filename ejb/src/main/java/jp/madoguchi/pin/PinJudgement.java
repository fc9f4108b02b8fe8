package jp.madoguchi.pin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.madoguchi.calendar.BusinessCalendar;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.cardwriting.PinWay;
import jp.madoguchi.eligibility.Facts;
import jp.madoguchi.eligibility.FactsBuilder;
import jp.madoguchi.eligibility.Judgement;
import jp.madoguchi.eligibility.PinServiceJudge;
import jp.madoguchi.eligibility.PinServiceJudge.Standing;
import jp.madoguchi.eligibility.PinServiceJudge.Wish;
import jp.madoguchi.eligibility.RequiredDocument;
import jp.madoguchi.eligibility.Residence;
import jp.madoguchi.issuance.CertificateState;
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
import jp.madoguchi.revocation.CardOfCertificate;

/** Gathers what is known of a PIN service now, and has it judged. */
@ApplicationScoped
class PinJudgement {

  @Inject private ResidentRegister register;
  @Inject private Certificates certificates;
  @Inject private CardOfCertificate cards;
  @Inject private BusinessCalendar calendar;
  @Inject private OfficeClock clock;
  @Inject private PinServiceJudge judge;

  /** Before it is received; R-HOURS is for the intake. */
  Judgement of(PinServiceForm form) {
    return judge(form, facts(form).counter(calendar.at(clock.now())).build());
  }

  /** An open one again, on what is known now. */
  Judgement again(PinService service) {
    return judge(service.form(), facts(service.form()).build());
  }

  /** The codes of the papers that are to be seen now. */
  List<String> requiredDocuments(PinService service) {
    return again(service).documents().stream()
        .flatMap(List::stream)
        .map(RequiredDocument::code)
        .toList();
  }

  private Judgement judge(PinServiceForm form, Facts who) {
    return judge.judge(
        new Wish(who, form.route(), form.ways().containsValue(PinWay.RESET), standings(form)));
  }

  private FactsBuilder facts(PinServiceForm form) {
    ResidentRecord resident =
        register
            .find(form.residentId())
            .orElseThrow(() -> Problem.refused("not-found").asException());
    FactsBuilder facts =
        Facts.on(clock.today())
            .born(resident.birthDate())
            .residence(Residence.valueOf(resident.status().name()))
            .adultWard(resident.adultWard())
            .stayUntil(resident.stayUntil())
            .types(java.util.Set.of())
            .sameHousehold(form.sameHousehold());
    card(form)
        .ifPresentOrElse(
            found ->
                facts
                    .card(found.kind(), found.expiresOn())
                    .cardLost(found.state() != CardState.VALID),
            () -> facts.card(CardKind.NONE, null));
    return facts;
  }

  private Optional<Card> card(PinServiceForm form) {
    return CardSerial.read(form.cardSerial())
        .flatMap(register::card)
        .filter(found -> found.residentId() == form.residentId());
  }

  /** Of the certificates that this counter wrote onto this card. */
  private Map<CertificateType, Standing> standings(PinServiceForm form) {
    List<CertificateStatus> all = certificates.ofResident(form.residentId());
    Map<String, CardSerial> onCards = cards.of(all);
    Map<CertificateType, Standing> standings = new EnumMap<>(CertificateType.class);
    form.ways()
        .keySet()
        .forEach(
            type ->
                standings.put(
                    type,
                    standing(
                        all.stream()
                            .filter(one -> one.type() == type)
                            .filter(
                                one ->
                                    CardSerial.read(form.cardSerial())
                                        .equals(
                                            Optional.ofNullable(
                                                onCards.get(one.receptionNumber()))))
                            .toList())));
    return standings;
  }

  private Standing standing(List<CertificateStatus> ofThisPin) {
    Instant now = clock.instant();
    Stream<Standing> each =
        ofThisPin.stream()
            .filter(one -> one.state() != CertificateState.PLANNED)
            .filter(one -> one.state() != CertificateState.ISSUED)
            .map(one -> standing(one, now));
    return each.min(Standing::compareTo).orElse(Standing.NONE);
  }

  private static Standing standing(CertificateStatus one, Instant now) {
    return switch (one.state()) {
      case VALID -> one.validAt(now) ? Standing.VALID : Standing.EXPIRED;
      case SUSPENDED -> Standing.SUSPENDED;
      default -> Standing.REVOKED;
    };
  }
}
