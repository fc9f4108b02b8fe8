package jp.madoguchi.letter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An expiry notice (有効期限通知書) in the ledger, from its printing on. Its code is on the reply form
 * that a proxy may bring (R-PROXY-NOTICE). It knows no {@link LetterState#OVERDUE}: after its last
 * day there is nothing to renew.
 */
@Entity
@Table(schema = "madoguchi", name = "expiry_notice")
public class ExpiryNotice extends LedgerLetter {

  @Column(name = "bundle_id")
  private long bundle;

  private int place;

  @Column(name = "resident_id")
  private long residentId;

  @Column(name = "addressed_to")
  private String addressedTo;

  @Column(name = "last_day")
  private LocalDate lastDay;

  private String note;

  @Column(name = "reception_number")
  private String receptionNumber;

  protected ExpiryNotice() {}

  /**
   * @param place where it lies in its bundle, from 1 on
   * @param to what its envelope's window shows
   */
  public ExpiryNotice(
      LetterCode code,
      long bundle,
      int place,
      long residentId,
      Addressee to,
      LocalDate lastDay,
      Instant at) {
    super(code, at);
    this.bundle = bundle;
    this.place = place;
    this.residentId = residentId;
    this.addressedTo = to.digest();
    this.lastDay = lastDay;
  }

  /** It is not sent: its holder gets another one, if there is still something to tell. */
  void takeOut(String why, String by, Instant at) {
    require(LetterState.PRINTED);
    note = why;
    end(LetterState.VOID, by, at);
  }

  void undelivered(String why, String by, Instant at) {
    require(LetterState.POSTED);
    note = why;
    end(LetterState.UNDELIVERED, by, at);
  }

  /** Its reply form was accepted in this case. */
  void answered(String reception, String by, Instant at) {
    require(LetterState.POSTED);
    receptionNumber = reception;
    end(LetterState.ANSWERED, by, at);
  }

  @Override
  String word() {
    return "notice";
  }

  public long bundle() {
    return bundle;
  }

  public int place() {
    return place;
  }

  public long residentId() {
    return residentId;
  }

  /** Whether the envelope still shows what the register says. */
  public boolean isAddressedTo(Addressee registered) {
    return addressedTo.equals(registered.digest());
  }

  /** The last day on which its reply form can be brought. */
  public LocalDate lastDay() {
    return lastDay;
  }

  /** Why it was taken out, or what the envelope says. */
  public Optional<String> note() {
    return Optional.ofNullable(note);
  }

  public Optional<String> receptionNumber() {
    return Optional.ofNullable(receptionNumber);
  }
}
