package jp.madoguchi.reception;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import jp.madoguchi.problem.Problem;

/** A note that a member of staff left on a case, up to 2,000 characters. */
@Entity
@Table(schema = "madoguchi", name = "case_note")
public class CaseNote {

  private static final int LONGEST = 2000;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_note")
  @SequenceGenerator(
      name = "case_note",
      schema = "madoguchi",
      sequenceName = "case_note_seq",
      allocationSize = 50)
  private long id;

  @Column(name = "reception_number")
  private String receptionNumber;

  private String text;

  @Column(name = "written_by")
  private String writtenBy;

  @Column(name = "written_at")
  private Instant writtenAt;

  protected CaseNote() {}

  CaseNote(String receptionNumber, String text, String by, Instant at) {
    if (text == null || text.isBlank() || text.length() > LONGEST) {
      throw Problem.refused("form-incomplete", "text").asException();
    }
    this.receptionNumber = receptionNumber;
    this.text = text.strip();
    this.writtenBy = by;
    this.writtenAt = at;
  }

  /** Set once the note is added. */
  public long id() {
    return id;
  }

  public String text() {
    return text;
  }

  public String writtenBy() {
    return writtenBy;
  }

  public Instant writtenAt() {
    return writtenAt;
  }
}
