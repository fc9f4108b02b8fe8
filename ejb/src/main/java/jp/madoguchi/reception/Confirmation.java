package jp.madoguchi.reception;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** That a clerk has confirmed something at a step, and when. */
@Entity
@Table(schema = "madoguchi", name = "case_confirmation")
public class Confirmation {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_confirmation")
  @SequenceGenerator(
      name = "case_confirmation",
      schema = "madoguchi",
      sequenceName = "case_confirmation_seq",
      allocationSize = 50)
  private long id;

  @Column(name = "reception_number")
  private String receptionNumber;

  @Enumerated(EnumType.STRING)
  private Confirmed item;

  private String detail;

  @Column(name = "confirmed_by")
  private String confirmedBy;

  @Column(name = "confirmed_at")
  private Instant confirmedAt;

  protected Confirmation() {}

  Confirmation(String receptionNumber, Confirmed item, String detail, String by, Instant at) {
    this.receptionNumber = receptionNumber;
    this.item = item;
    this.detail = detail;
    this.confirmedBy = by;
    this.confirmedAt = at;
  }

  public Confirmed item() {
    return item;
  }

  /** What was agreed to, such as {@code 𠮷→吉}; empty where the item says it all. */
  public String detail() {
    return detail;
  }

  public String confirmedBy() {
    return confirmedBy;
  }

  public Instant confirmedAt() {
    return confirmedAt;
  }
}
