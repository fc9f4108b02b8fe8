package jp.madoguchi.eligibility;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.madoguchi.calendar.CounterHours;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.resident.CardKind;

/** Puts {@link Facts} together; what is not said, or said to be null, is not known. */
public final class FactsBuilder {

  private final LocalDate on;
  private LocalDate birthDate;
  private Residence residence;
  private Boolean adultWard;
  private String wardException;
  private LocalDate stayUntil;
  private CardKind cardKind;
  private LocalDate cardExpiry;
  private boolean cardLost;
  private Route route;
  private ApplicationKind kind;
  private ReissueReason reissueReason;
  private Set<CertificateType> types = EnumSet.allOf(CertificateType.class);
  private Map<CertificateType, LocalDate> currentExpiry;
  private String openApplication;
  private CounterHours counter;
  private String outOfHoursAllowance;
  private boolean noticeReply;
  private boolean sameHousehold;

  FactsBuilder(LocalDate on) {
    this.on = Objects.requireNonNull(on, "on");
  }

  public FactsBuilder born(LocalDate day) {
    this.birthDate = day;
    return this;
  }

  public FactsBuilder residence(Residence status) {
    this.residence = status;
    return this;
  }

  public FactsBuilder adultWard(Boolean ward) {
    this.adultWard = ward;
    return this;
  }

  public FactsBuilder wardException(String reason) {
    this.wardException = reason;
    return this;
  }

  public FactsBuilder stayUntil(LocalDate lastDay) {
    this.stayUntil = lastDay;
    return this;
  }

  public FactsBuilder card(CardKind cardOfKind, LocalDate expiry) {
    this.cardKind = cardOfKind;
    this.cardExpiry = expiry;
    return this;
  }

  public FactsBuilder cardLost(boolean lost) {
    this.cardLost = lost;
    return this;
  }

  public FactsBuilder route(Route who) {
    this.route = who;
    return this;
  }

  public FactsBuilder kind(ApplicationKind what) {
    this.kind = what;
    return this;
  }

  public FactsBuilder reissueReason(ReissueReason why) {
    this.reissueReason = why;
    return this;
  }

  /** The certificates applied for; null for both. */
  public FactsBuilder types(Set<CertificateType> wanted) {
    this.types = wanted == null ? EnumSet.allOf(CertificateType.class) : wanted;
    return this;
  }

  /** The last days of the certificates that the applicant holds; an empty map for none. */
  public FactsBuilder currentExpiry(Map<CertificateType, LocalDate> lastDays) {
    this.currentExpiry = lastDays;
    return this;
  }

  /** Another open application's 受付番号; an empty text when it was looked for and there is none. */
  public FactsBuilder openApplication(String receptionNumber) {
    this.openApplication = receptionNumber;
    return this;
  }

  public FactsBuilder counter(CounterHours hours) {
    this.counter = hours;
    return this;
  }

  public FactsBuilder outOfHoursAllowance(String reason) {
    this.outOfHoursAllowance = reason;
    return this;
  }

  public FactsBuilder noticeReply(boolean brought) {
    this.noticeReply = brought;
    return this;
  }

  public FactsBuilder sameHousehold(boolean same) {
    this.sameHousehold = same;
    return this;
  }

  public Facts build() {
    return new Facts(
        on,
        birthDate,
        residence,
        adultWard,
        wardException,
        stayUntil,
        cardKind,
        cardExpiry,
        cardLost,
        route,
        kind,
        reissueReason,
        types,
        currentExpiry,
        openApplication,
        counter,
        outOfHoursAllowance,
        noticeReply,
        sameHousehold);
  }
}
