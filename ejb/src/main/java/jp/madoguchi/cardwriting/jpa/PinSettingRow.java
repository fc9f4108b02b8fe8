package jp.madoguchi.cardwriting.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import jp.madoguchi.cardwriting.PinSetting;
import jp.madoguchi.cardwriting.PinSetting.LastTry;
import jp.madoguchi.cardwriting.PinSettingState;
import jp.madoguchi.cardwriting.PinWay;
import jp.madoguchi.issuance.CertificateType;

/** A row of the journal of PIN settings. */
@Entity
@Table(schema = "madoguchi", name = "pin_setting")
public class PinSettingRow {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "pin_setting")
  @SequenceGenerator(
      name = "pin_setting",
      schema = "madoguchi",
      sequenceName = "pin_setting_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "case_number")
  private String caseNumber;

  @Enumerated(EnumType.STRING)
  private CertificateType type;

  @Enumerated(EnumType.STRING)
  private PinWay way;

  @Column(name = "card_serial")
  private String cardSerial;

  @Enumerated(EnumType.STRING)
  private PinSettingState state;

  @Column(name = "tries_left")
  private Integer triesLeft;

  @Enumerated(EnumType.STRING)
  @Column(name = "last_try")
  private LastTry lastTry;

  @Column(name = "begun_at")
  private Instant begunAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Version private int version;

  protected PinSettingRow() {}

  PinSettingRow(
      String caseNumber, CertificateType type, PinWay way, String cardSerial, Instant now) {
    this.caseNumber = caseNumber;
    this.type = type;
    this.way = way;
    this.cardSerial = cardSerial;
    this.state = PinSettingState.AWAITED;
    this.begunAt = now;
    this.changedAt = now;
  }

  public PinSetting asSetting() {
    return new PinSetting(
        caseNumber,
        type,
        way,
        cardSerial,
        state,
        Optional.ofNullable(triesLeft),
        Optional.ofNullable(lastTry),
        changedAt);
  }

  public CertificateType type() {
    return type;
  }

  public PinWay way() {
    return way;
  }

  public PinSettingState state() {
    return state;
  }

  /** The card is locked for this PIN, as it said last. */
  public boolean locked() {
    return triesLeft != null && triesLeft == 0;
  }

  public void become(PinSettingState next, Instant now) {
    if (!state.mayBecome(next)) {
      throw new IllegalStateException(
          "The PIN of %s for %s is %s and cannot become %s"
              .formatted(type, caseNumber, state, next));
    }
    state = next;
    changedAt = now;
  }

  /** The card said how many wrong tries it still takes. */
  public void triesLeft(int tries) {
    triesLeft = tries;
  }

  public void lastTry(LastTry what) {
    lastTry = what;
  }

  /** Instead of proving the PIN of now, the holder shows who they are. */
  public void turnToReset() {
    way = PinWay.RESET;
    lastTry = null;
  }
}
