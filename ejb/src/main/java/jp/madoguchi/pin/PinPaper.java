package jp.madoguchi.pin;

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
@Table(schema = "madoguchi", name = "pin_service_paper")
public class PinPaper {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "pin_service_paper")
  @SequenceGenerator(
      name = "pin_service_paper",
      schema = "madoguchi",
      sequenceName = "pin_service_paper_seq",
      allocationSize = 50)
  private long id;

  @Column(name = "service_id")
  private long serviceId;

  private String document;

  @Column(name = "confirmed_by")
  private String confirmedBy;

  @Column(name = "confirmed_at")
  private Instant confirmedAt;

  protected PinPaper() {}

  PinPaper(long serviceId, String document, String by, Instant at) {
    this.serviceId = serviceId;
    this.document = document;
    this.confirmedBy = by;
    this.confirmedAt = at;
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
