package jp.madoguchi.revocation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.paper.SubjectKey;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.resident.CardSerial;

/**
 * A card that was reported lost (紛失), from the report on. While it is held, its certificates are on
 * hold and no case is done with it; it is released when it is found, or its certificates are
 * revoked for good. The process card-lost leads it, under {@link #key}.
 */
@Entity
@Table(schema = "madoguchi", name = "card_loss")
public class CardLoss implements Surroundings.Subject {

  /** How it stands. */
  public enum State {
    /** 一時停止中. */
    HELD,
    /** 解除: found, and a second person approved it. */
    RELEASED,
    /** 失効: not found. */
    REVOKED,
    /** The card or its holder's time here ended meanwhile, and the certificates with it. */
    ENDED
  }

  @Id private long id;

  @Column(name = "resident_id")
  private long residentId;

  @Column(name = "card_serial")
  private String cardSerial;

  @Enumerated(EnumType.STRING)
  private LossForm.Channel channel;

  @Enumerated(EnumType.STRING)
  private LossForm.Reporter reporter;

  @Column(name = "reporter_name")
  private String reporterName;

  @Column(name = "identity_check")
  private String identityCheck;

  private String circumstances;

  @Column(name = "police_number")
  private String policeNumber;

  @Column(name = "reported_at")
  private Instant reportedAt;

  @Column(name = "reported_by")
  private String reportedBy;

  @Enumerated(EnumType.STRING)
  private State state;

  @Enumerated(EnumType.STRING)
  private LossEnding ending;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "ended_by")
  private String endedBy;

  protected CardLoss() {}

  CardLoss(long id, LossForm form, CardSerial card, String clerk, Instant now) {
    this.id = id;
    this.residentId = form.residentId();
    this.cardSerial = card.value();
    this.channel = form.channel();
    this.reporter = form.reporter();
    this.reporterName = form.reporterName();
    this.identityCheck =
        form.identityCheck().stream().map(Enum::name).collect(Collectors.joining(" "));
    this.circumstances = form.circumstances();
    this.policeNumber = form.policeNumber();
    this.reportedAt = now;
    this.reportedBy = clerk;
    this.state = State.HELD;
  }

  /** The key of its process, of its papers and acts, and in the trail. */
  @Override
  public String key() {
    return SubjectKey.LOST_CARD.of(id);
  }

  /** The id in a key; empty where it is no key of a lost card. */
  public static Optional<Long> idOf(String key) {
    return SubjectKey.LOST_CARD.idIn(key);
  }

  /** The key of the lost card with that number. */
  public static String key(long id) {
    return SubjectKey.LOST_CARD.of(id);
  }

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code card-loss-closed}
   */
  void requireHeld() {
    if (state != State.HELD) {
      throw Problem.conflict("card-loss-closed", key()).asException();
    }
  }

  void end(LossEnding how, String by, Instant now) {
    requireHeld();
    state = how.state();
    ending = how;
    endedAt = now;
    endedBy = by;
  }

  public long id() {
    return id;
  }

  @Override
  public long residentId() {
    return residentId;
  }

  public CardSerial card() {
    return new CardSerial(cardSerial);
  }

  public LossForm.Channel channel() {
    return channel;
  }

  public LossForm.Reporter reporter() {
    return reporter;
  }

  /** Empty where the holder reported it. */
  public String reporterName() {
    return reporterName;
  }

  /** By what the clerk knew who reported it. */
  public List<LossForm.IdentityCheck> identityCheck() {
    return Stream.of(identityCheck.split(" ")).map(LossForm.IdentityCheck::valueOf).toList();
  }

  public String circumstances() {
    return circumstances;
  }

  /** The police's number of the report; empty where there is none. */
  public String policeNumber() {
    return policeNumber;
  }

  public Instant reportedAt() {
    return reportedAt;
  }

  public String reportedBy() {
    return reportedBy;
  }

  public State state() {
    return state;
  }

  public Optional<LossEnding> ending() {
    return Optional.ofNullable(ending);
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  public Optional<String> endedBy() {
    return Optional.ofNullable(endedBy);
  }
}
