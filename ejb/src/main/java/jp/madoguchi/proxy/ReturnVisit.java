package jp.madoguchi.proxy;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import jp.madoguchi.problem.Problem;

/**
 * A return visit (再来庁): opened by the letter's code; then it is found who came, then what they
 * brought. Each finding is made once, by a named clerk; a refused visit is followed by another.
 */
@Entity
@Table(schema = "madoguchi", name = "return_visit")
public class ReturnVisit {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "return_visit")
  @SequenceGenerator(
      name = "return_visit",
      schema = "madoguchi",
      sequenceName = "return_visit_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "reception_number")
  private String receptionNumber;

  @Column(name = "letter_code")
  private String letterCode;

  @Column(name = "opened_by")
  private String openedBy;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "proxy_finding")
  private ProxyFinding proxyFinding;

  @Column(name = "proxy_found_by")
  private String proxyFoundBy;

  @Column(name = "proxy_found_at")
  private Instant proxyFoundAt;

  @Column(name = "approved_by")
  private String approvedBy;

  @Embedded private KeptDocument document;

  @Enumerated(EnumType.STRING)
  @Column(name = "reply_finding")
  private ReplyFinding replyFinding;

  @Enumerated(EnumType.STRING)
  @Column(name = "way_on")
  private WayOn wayOn;

  @Column(name = "reply_found_by")
  private String replyFoundBy;

  @Column(name = "reply_found_at")
  private Instant replyFoundAt;

  protected ReturnVisit() {}

  ReturnVisit(String receptionNumber, String letterCode, String by, Instant at) {
    this.receptionNumber = receptionNumber;
    this.letterCode = letterCode;
    this.openedBy = by;
    this.openedAt = at;
  }

  void sameProxy(KeptDocument shown, String by, Instant at) {
    find(ProxyFinding.SAME_DOCUMENT, by, at);
    document = shown;
  }

  void sameProxyByOtherDocument(KeptDocument shown, String approver, String by, Instant at) {
    if (approver.equals(by)) {
      throw Problem.refused("R-SECOND-PERSON").asException();
    }
    find(ProxyFinding.OTHER_DOCUMENT, by, at);
    document = shown;
    approvedBy = approver;
  }

  void otherPerson(String by, Instant at) {
    find(ProxyFinding.OTHER_PERSON, by, at);
  }

  private void find(ProxyFinding finding, String by, Instant at) {
    if (proxyFinding != null) {
      throw Problem.conflict("changed-meanwhile").asException();
    }
    proxyFinding = finding;
    proxyFoundBy = by;
    proxyFoundAt = at;
  }

  /**
   * @param way null when the reply is accepted, and only then
   */
  void reply(ReplyFinding finding, WayOn way, String by, Instant at) {
    if (replyFinding != null) {
      throw Problem.conflict("changed-meanwhile").asException();
    }
    if ((finding == ReplyFinding.ACCEPTED) != (way == null)) {
      throw Problem.refused("form-incomplete", "wayOn").asException();
    }
    replyFinding = finding;
    wayOn = way;
    replyFoundBy = by;
    replyFoundAt = at;
  }

  public String receptionNumber() {
    return receptionNumber;
  }

  public String letterCode() {
    return letterCode;
  }

  public String openedBy() {
    return openedBy;
  }

  public Instant openedAt() {
    return openedAt;
  }

  public Optional<ProxyFinding> proxyFinding() {
    return Optional.ofNullable(proxyFinding);
  }

  public boolean proxyConfirmed() {
    return proxyFinding == ProxyFinding.SAME_DOCUMENT
        || proxyFinding == ProxyFinding.OTHER_DOCUMENT;
  }

  public Optional<String> approvedBy() {
    return Optional.ofNullable(approvedBy);
  }

  public Optional<ReplyFinding> replyFinding() {
    return Optional.ofNullable(replyFinding);
  }

  public Optional<WayOn> wayOn() {
    return Optional.ofNullable(wayOn);
  }
}
