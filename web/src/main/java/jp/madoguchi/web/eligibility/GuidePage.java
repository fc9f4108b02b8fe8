package jp.madoguchi.web.eligibility;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.validator.Validator;
import jakarta.faces.validator.ValidatorException;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.eligibility.ApplicationKind;
import jp.madoguchi.eligibility.Guide;
import jp.madoguchi.eligibility.ReissueReason;
import jp.madoguchi.resident.CardKind;
import jp.madoguchi.web.faces.Attempt;
import jp.madoguchi.web.faces.PageTexts;

/**
 * The public guide: what somebody plans, and what the counter's own rules say of it. Everything is
 * forgotten with the answer.
 */
@Named("guidePage")
@RequestScoped
public class GuidePage {

  /** Beyond it no calendar is known; see {@link GuideRequest}. */
  private static final LocalDate LATEST = LocalDate.of(2147, 12, 31);

  @Inject private Guide guide;
  @Inject private OfficeClock clock;
  @Inject private PageTexts texts;

  private final Wanted wanted = new Wanted(ApplicationKind.NEW, ReissueReason.LOSS);
  private CardKind cardKind = CardKind.MY_NUMBER;
  private LocalDate birthDate;
  private LocalDate cardExpiry;
  private LocalDate currentExpiry;
  private LocalDate stayUntil;
  private LocalDate visit;
  private boolean adultWard;
  private GuideAnswer answer;

  public void ask() {
    GuideRequest asked = request();
    Attempt.to(
        () -> {
          answer = GuideAnswer.of(guide.judge(asked.visit(), asked::facts), texts.locale());
          return null;
        });
  }

  /** What it costs when a card was lost, by the same decision (R-FEE). */
  public int getReissueFee() {
    return guide
        .judge(
            Optional.empty(),
            day -> day.kind(ApplicationKind.REISSUANCE).reissueReason(ReissueReason.LOSS).build())
        .feeYen();
  }

  private GuideRequest request() {
    return new GuideRequest(
        birthDate,
        wanted.getRoute(),
        wanted.getKind(),
        wanted.typesChosen(),
        cardKind,
        cardKind == CardKind.MY_NUMBER ? cardExpiry : null,
        adultWard,
        wanted.reason(),
        isRenewal() ? currentExpiry : null,
        stayUntil,
        visit);
  }

  /** For a day that was: the birth. */
  public Validator<LocalDate> getPast() {
    return (faces, field, day) -> refuse(day, clock.today()::isBefore, "guide.error.future");
  }

  /** For a day that is to come: the visit. */
  public Validator<LocalDate> getToCome() {
    return (faces, field, day) -> {
      refuse(day, clock.today()::isAfter, "guide.error.past");
      refuse(day, LATEST::isBefore, "guide.error.far");
    };
  }

  /** For the last day of something. */
  public Validator<LocalDate> getKnown() {
    return (faces, field, day) -> refuse(day, LATEST::isBefore, "guide.error.far");
  }

  /** A day that was left out is never wrong. */
  private void refuse(LocalDate day, Predicate<LocalDate> wrong, String key) {
    if (day != null && wrong.test(day)) {
      String said = texts.get(key);
      throw new ValidatorException(new FacesMessage(FacesMessage.SEVERITY_ERROR, said, said));
    }
  }

  /** Whether the fields for special cases are in use or have something wrong. */
  public boolean isSpecial() {
    return adultWard
        || stayUntil != null
        || FacesContext.getCurrentInstance().getMessages("stayUntil").hasNext();
  }

  /** Which certificates were asked about, and how, in a line for the paper. */
  public String getAsked() {
    return String.join(
        texts.get("guide.separator"),
        Stream.concat(
                Stream.of(
                    texts.get("guide.route." + wanted.getRoute()),
                    texts.get("guide.kind." + wanted.getKind())),
                Arrays.stream(wanted.getTypes()).map(type -> texts.get("type." + type)))
            .toList());
  }

  /** A renewal's end hangs on the certificate that is renewed (R-RENEWAL). */
  public boolean isTermsKnown() {
    return birthDate != null && (!isRenewal() || currentExpiry != null);
  }

  private boolean isRenewal() {
    return wanted.getKind() == ApplicationKind.RENEWAL;
  }

  /** Whether it can be done, in a sentence. */
  public String getVerdict() {
    return answer.allowed()
        ? texts.get("guide.allowed")
        : texts.of("guide.refused", answer.refusals().size());
  }

  public ZonedDateTime getNow() {
    return clock.now();
  }

  public GuideAnswer getAnswer() {
    return answer;
  }

  public Wanted getWanted() {
    return wanted;
  }

  public CardKind getCardKind() {
    return cardKind;
  }

  public void setCardKind(CardKind cardKind) {
    this.cardKind = cardKind;
  }

  public LocalDate getBirthDate() {
    return birthDate;
  }

  public void setBirthDate(LocalDate birthDate) {
    this.birthDate = birthDate;
  }

  public LocalDate getCardExpiry() {
    return cardExpiry;
  }

  public void setCardExpiry(LocalDate cardExpiry) {
    this.cardExpiry = cardExpiry;
  }

  public LocalDate getCurrentExpiry() {
    return currentExpiry;
  }

  public void setCurrentExpiry(LocalDate currentExpiry) {
    this.currentExpiry = currentExpiry;
  }

  public LocalDate getStayUntil() {
    return stayUntil;
  }

  public void setStayUntil(LocalDate stayUntil) {
    this.stayUntil = stayUntil;
  }

  public LocalDate getVisit() {
    return visit;
  }

  public void setVisit(LocalDate visit) {
    this.visit = visit;
  }

  public boolean isAdultWard() {
    return adultWard;
  }

  public void setAdultWard(boolean adultWard) {
    this.adultWard = adultWard;
  }
}
