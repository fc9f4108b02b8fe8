package jp.madoguchi.pin;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.cardwriting.PinOrder;
import jp.madoguchi.cardwriting.PinWay;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.paper.SubjectKey;
import jp.madoguchi.problem.Problem;

/**
 * A visit for the change or reset of a card's PINs (R-PINS): what is asked for, by whom, on which
 * card. The process pin-reset leads it, under {@link #key}; how far the card is, its journal knows.
 */
@Entity
@Table(schema = "madoguchi", name = "pin_service")
public class PinService {

  /** How it ended. */
  public enum State {
    OPEN,
    /** Every PIN was set, and the card given back. */
    DONE,
    GIVEN_UP
  }

  @Id private long id;

  @Column(name = "resident_id")
  private long residentId;

  @Column(name = "card_serial")
  private String cardSerial;

  @Enumerated(EnumType.STRING)
  @Column(name = "signature_way")
  private PinWay signatureWay;

  @Enumerated(EnumType.STRING)
  @Column(name = "authentication_way")
  private PinWay authenticationWay;

  @Enumerated(EnumType.STRING)
  private Route route;

  private String representative;

  @Column(name = "same_household")
  private boolean sameHousehold;

  @Enumerated(EnumType.STRING)
  private State state;

  private String terminal;

  @Column(name = "received_by")
  private String receivedBy;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "ending_reason")
  private String endingReason;

  @Version private int version;

  protected PinService() {}

  PinService(long id, PinServiceForm form, String clerk, Instant now) {
    this.id = id;
    this.residentId = form.residentId();
    this.cardSerial = form.cardSerial();
    this.signatureWay = form.signature();
    this.authenticationWay = form.userAuthentication();
    this.route = form.route();
    this.representative =
        form.route() == Route.LEGAL_REPRESENTATIVE ? form.representative().strip() : null;
    this.sameHousehold = form.sameHousehold();
    this.state = State.OPEN;
    this.receivedBy = clerk;
    this.receivedAt = now;
  }

  /** The key of its process, in the journal of its card and in the trail. */
  public String key() {
    return key(id);
  }

  static String key(long id) {
    return SubjectKey.PIN_VISIT.of(id);
  }

  /** The id in a key; empty where it is no key of such a visit. */
  static Optional<Long> idOf(String key) {
    return SubjectKey.PIN_VISIT.idIn(key);
  }

  /** Whether it has the form of a key, as the slip has it. */
  public static boolean isKey(String text) {
    return idOf(text).isPresent();
  }

  /** As it was asked for, with what was turned to a reset since. */
  PinServiceForm form() {
    return new PinServiceForm(
        residentId,
        cardSerial,
        signatureWay,
        authenticationWay,
        route,
        representative,
        sameHousehold);
  }

  PinOrder order() {
    return new PinOrder(key(), cardSerial, ways());
  }

  public Map<CertificateType, PinWay> ways() {
    return form().ways();
  }

  /** A PIN that was to be changed is reset instead. */
  void turnedToReset(CertificateType type) {
    switch (type) {
      case SIGNATURE -> signatureWay = PinWay.RESET;
      case USER_AUTHENTICATION -> authenticationWay = PinWay.RESET;
    }
  }

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code pin-service-closed}
   */
  void requireOpen() {
    if (state != State.OPEN) {
      throw Problem.conflict("pin-service-closed", key()).asException();
    }
  }

  void presentAt(String where) {
    terminal = where;
  }

  void done(Instant now) {
    end(State.DONE, null, now);
  }

  void givenUp(Instant now) {
    end(State.GIVEN_UP, endingReason, now);
  }

  /** Why it is given up, in a clerk's words. */
  void because(String reason) {
    endingReason = reason;
  }

  private void end(State how, String reason, Instant now) {
    state = how;
    endingReason = reason;
    endedAt = now;
  }

  public long residentId() {
    return residentId;
  }

  public String cardSerial() {
    return cardSerial;
  }

  public Route route() {
    return route;
  }

  public Optional<String> representative() {
    return Optional.ofNullable(representative);
  }

  public State state() {
    return state;
  }

  public Optional<String> terminal() {
    return Optional.ofNullable(terminal);
  }

  public String receivedBy() {
    return receivedBy;
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  public Optional<String> endingReason() {
    return Optional.ofNullable(endingReason);
  }
}
