package jp.madoguchi.proxy;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Who acts for the applicant of a case (代理人). They are recorded at the first visit and never
 * changed: at the return visit the same one comes back (R-SAME-PROXY).
 */
@Entity
@Table(schema = "madoguchi", name = "proxy")
public class Proxy {

  @Id
  @Column(name = "reception_number")
  private String receptionNumber;

  @Enumerated(EnumType.STRING)
  private ProxyKind kind;

  private String name;

  @Column(name = "birth_date")
  private LocalDate birthDate;

  private String address;
  private String relation;

  @Embedded private KeptDocument document;

  @Column(name = "document_issuer")
  private String documentIssuer;

  @Column(name = "recorded_by")
  private String recordedBy;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  protected Proxy() {}

  Proxy(
      String receptionNumber,
      ProxyKind kind,
      ProxyForm form,
      KeptDocument document,
      String issuer,
      String by,
      Instant at) {
    this.receptionNumber = receptionNumber;
    this.kind = kind;
    this.name = form.name();
    this.birthDate = form.birthDate();
    this.address = form.address();
    this.relation = form.relation();
    this.document = document;
    this.documentIssuer = issuer;
    this.recordedBy = by;
    this.recordedAt = at;
  }

  public String receptionNumber() {
    return receptionNumber;
  }

  public ProxyKind kind() {
    return kind;
  }

  public String name() {
    return name;
  }

  public LocalDate birthDate() {
    return birthDate;
  }

  public String address() {
    return address;
  }

  public String relation() {
    return relation;
  }

  public KeptDocument document() {
    return document;
  }

  public String documentIssuer() {
    return documentIssuer;
  }

  public String recordedBy() {
    return recordedBy;
  }

  public Instant recordedAt() {
    return recordedAt;
  }
}
