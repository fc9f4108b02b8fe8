package jp.madoguchi.paper;

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
@Table(schema = "madoguchi", name = "seen_paper")
public class SeenPaper {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "seen_paper")
  @SequenceGenerator(
      name = "seen_paper",
      schema = "madoguchi",
      sequenceName = "seen_paper_seq",
      allocationSize = 50)
  private long id;

  private String subject;

  private String document;

  @Column(name = "confirmed_by")
  private String confirmedBy;

  @Column(name = "confirmed_at")
  private Instant confirmedAt;

  protected SeenPaper() {}

  SeenPaper(String subject, String document, String by, Instant at) {
    this.subject = subject;
    this.document = document;
    this.confirmedBy = by;
    this.confirmedAt = at;
  }

  /** The key of that for which it was seen. */
  String subject() {
    return subject;
  }

  /** The paper's code, such as {@code POWER_OF_ATTORNEY}. */
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
