package jp.madoguchi.fee;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A line of the fee book (R-FEE-BOOK): money taken or given back, with its receipt's number. */
@Entity
@Table(schema = "madoguchi", name = "fee_entry")
public class FeeEntry {

  /** Which way the money went. */
  public enum Kind {
    COLLECTED,
    REFUNDED
  }

  @Id
  @Column(name = "receipt_number")
  private long receiptNumber;

  @Column(name = "reception_number")
  private String receptionNumber;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  @Column(name = "amount_yen")
  private int amountYen;

  @Column(name = "received_yen")
  private Integer receivedYen;

  @Column(name = "entered_by")
  private String enteredBy;

  @Column(name = "entered_at")
  private Instant enteredAt;

  protected FeeEntry() {}

  private FeeEntry(long receipt, String reception, Kind kind, int yen, String by, Instant at) {
    this.receiptNumber = receipt;
    this.receptionNumber = reception;
    this.kind = kind;
    this.amountYen = yen;
    this.enteredBy = by;
    this.enteredAt = at;
  }

  static FeeEntry collected(
      long receipt, String reception, int amountYen, int receivedYen, String by, Instant at) {
    FeeEntry entry = new FeeEntry(receipt, reception, Kind.COLLECTED, amountYen, by, at);
    entry.receivedYen = receivedYen;
    return entry;
  }

  static FeeEntry refunded(long receipt, FeeEntry collected, String by, Instant at) {
    return new FeeEntry(
        receipt, collected.receptionNumber, Kind.REFUNDED, collected.amountYen, by, at);
  }

  public long receiptNumber() {
    return receiptNumber;
  }

  public String receptionNumber() {
    return receptionNumber;
  }

  public Kind kind() {
    return kind;
  }

  public int amountYen() {
    return amountYen;
  }

  /** What was handed over, of which the amount was kept; empty for a refund. */
  public Optional<Integer> receivedYen() {
    return Optional.ofNullable(receivedYen);
  }

  public String enteredBy() {
    return enteredBy;
  }

  public Instant enteredAt() {
    return enteredAt;
  }
}
