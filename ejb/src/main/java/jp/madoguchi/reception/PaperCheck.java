package jp.madoguchi.reception;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** That a paper was seen as an original, by whom and when (R-ORIGINALS). */
@Entity
@Table(schema = "madoguchi", name = "paper_check")
public class PaperCheck {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "paper_check")
  @SequenceGenerator(
      name = "paper_check",
      schema = "madoguchi",
      sequenceName = "paper_check_seq",
      allocationSize = 50)
  private long id;

  @Column(name = "reception_number")
  private String receptionNumber;

  private int visit;

  private String document;

  @Column(name = "confirmed_by")
  private String confirmedBy;

  @Column(name = "confirmed_at")
  private Instant confirmedAt;

  protected PaperCheck() {}

  PaperCheck(String receptionNumber, int visit, String document, String by, Instant at) {
    this.receptionNumber = receptionNumber;
    this.visit = visit;
    this.document = document;
    this.confirmedBy = by;
    this.confirmedAt = at;
  }

  public int visit() {
    return visit;
  }

  public String document() {
    return document;
  }

  public String confirmedBy() {
    return confirmedBy;
  }

  public Instant confirmedAt() {
    return confirmedAt;
  }
}
