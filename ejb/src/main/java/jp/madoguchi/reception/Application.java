package jp.madoguchi.reception;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.eligibility.ApplicationKind;
import jp.madoguchi.eligibility.ReissueReason;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.problem.Problem;

/**
 * An application for certificates (申請), from the moment it is received.
 *
 * <p>It says what the case is; where the case stands is the process's to say. It is open until it
 * is issued, withdrawn or refused, and never opens again. One member of staff holds it at a time;
 * another who wants to act takes it over first, which is recorded.
 */
@Entity
@Table(schema = "madoguchi", name = "application")
public class Application {

  @Id
  @Column(name = "reception_number")
  private String receptionNumber;

  @Column(name = "resident_id")
  private long residentId;

  @Column(name = "card_serial")
  private String cardSerial;

  @Enumerated(EnumType.STRING)
  private ApplicationKind kind;

  @Enumerated(EnumType.STRING)
  @Column(name = "reissue_reason")
  private ReissueReason reissueReason;

  @Enumerated(EnumType.STRING)
  private Route route;

  private boolean signature;

  @Column(name = "user_authentication")
  private boolean userAuthentication;

  private String contact;

  @Column(name = "notice_reply")
  private boolean noticeReply;

  @Column(name = "same_household")
  private boolean sameHousehold;

  @Column(name = "fee_yen")
  private int feeYen;

  @Enumerated(EnumType.STRING)
  private ApplicationState state;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Column(name = "received_by")
  private String receivedBy;

  private String holder;

  private String terminal;

  @Column(name = "closed_at")
  private Instant closedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "withdrawn_by")
  private Withdrawer withdrawnBy;

  @Version private int version;

  protected Application() {}

  Application(ReceptionNumber number, ApplicationForm form, int feeYen, String clerk, Instant now) {
    this.receptionNumber = number.value();
    this.residentId = form.residentId();
    this.cardSerial = form.cardSerial();
    this.kind = form.kind();
    this.reissueReason = form.reissueReason();
    this.route = form.route();
    this.signature = form.types().contains(CertificateType.SIGNATURE);
    this.userAuthentication = form.types().contains(CertificateType.USER_AUTHENTICATION);
    this.contact = form.contact();
    this.noticeReply = form.noticeReply();
    this.sameHousehold = form.sameHousehold();
    this.feeYen = feeYen;
    this.state = ApplicationState.OPEN;
    this.receivedAt = now;
    this.receivedBy = clerk;
    this.holder = clerk;
  }

  /**
   * Lets only the holder act.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code case-held}, naming the holder, or {@code
   *     case-closed}
   */
  void requireHeldBy(String login) {
    requireOpen();
    if (!holder.equals(login)) {
      throw Problem.conflict("case-held", holder).asException();
    }
  }

  void requireOpen() {
    if (state != ApplicationState.OPEN) {
      throw Problem.conflict("case-closed", receptionNumber).asException();
    }
  }

  void takeOver(String login) {
    requireOpen();
    holder = login;
  }

  void presentAt(String reader) {
    requireOpen();
    terminal = reader;
  }

  /** The applicant of a proxy's case stands at the counter: the case goes on as their own. */
  void continueInPerson() {
    requireOpen();
    if (route != Route.PROXY) {
      throw Problem.conflict("not-by-proxy", receptionNumber).asException();
    }
    route = Route.SELF;
    noticeReply = false;
  }

  /** The notice's reply cannot be taken: the applicant is asked by a letter after all. */
  void askByLetterInstead() {
    requireOpen();
    noticeReply = false;
  }

  /**
   * Whose wish the withdrawal is that follows.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code no-representative} when nobody acts for
   *     the applicant
   */
  void withdrawnBy(Withdrawer by) {
    requireOpen();
    if (by == Withdrawer.REPRESENTATIVE && route == Route.SELF) {
      throw Problem.refused("no-representative").asException();
    }
    withdrawnBy = by;
  }

  void close(ApplicationState outcome, Instant now) {
    requireOpen();
    state = outcome;
    closedAt = now;
  }

  /** The form again as it was entered, for judging anew (R-RECHECK). */
  ApplicationForm form() {
    return new ApplicationForm(
        residentId,
        cardSerial,
        kind,
        reissueReason,
        types(),
        route,
        contact,
        noticeReply,
        sameHousehold,
        null);
  }

  public ReceptionNumber receptionNumber() {
    return new ReceptionNumber(receptionNumber);
  }

  public long residentId() {
    return residentId;
  }

  public String cardSerial() {
    return cardSerial;
  }

  public ApplicationKind kind() {
    return kind;
  }

  public Optional<ReissueReason> reissueReason() {
    return Optional.ofNullable(reissueReason);
  }

  public Route route() {
    return route;
  }

  /** The certificates applied for, 利用者証明用 last in the order of the enum. */
  public Set<CertificateType> types() {
    Set<CertificateType> types = EnumSet.noneOf(CertificateType.class);
    if (signature) {
      types.add(CertificateType.SIGNATURE);
    }
    if (userAuthentication) {
      types.add(CertificateType.USER_AUTHENTICATION);
    }
    return Collections.unmodifiableSet(types);
  }

  /** Whether the reply form came with the expiry notice, so that no letter is sent. */
  public boolean noticeReply() {
    return noticeReply;
  }

  public String contact() {
    return contact;
  }

  public int feeYen() {
    return feeYen;
  }

  public ApplicationState state() {
    return state;
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  public String receivedBy() {
    return receivedBy;
  }

  public String holder() {
    return holder;
  }

  /** The terminal whose reader works for this case, once the card was presented. */
  public Optional<String> terminal() {
    return Optional.ofNullable(terminal);
  }

  /** Whose wish the withdrawal was; empty unless it was withdrawn. */
  public Optional<Withdrawer> withdrawnBy() {
    return Optional.ofNullable(withdrawnBy);
  }

  public Optional<Instant> closedAt() {
    return Optional.ofNullable(closedAt);
  }
}
