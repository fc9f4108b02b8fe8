package jp.madoguchi.proxy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.Actors;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.problem.Problem;

/** Records who acts for an applicant, and tells whether the same one is back. */
@ApplicationScoped
public class ProxyBook {

  private final ProxyRecords records;
  private final DocumentNumberHash hash;
  private final OfficeClock clock;
  private final Actors actors;
  private final AuditTrail trail;

  protected ProxyBook() {
    this(null, null, null, null, null);
  }

  @Inject
  public ProxyBook(
      ProxyRecords records,
      DocumentNumberHash hash,
      OfficeClock clock,
      Actors actors,
      AuditTrail trail) {
    this.records = records;
    this.hash = hash;
    this.clock = clock;
    this.actors = actors;
    this.trail = trail;
  }

  /** The applicant, by what tells one person from another on paper. */
  public record Applicant(String name, LocalDate birthDate) {

    /** Spaces make no difference; the birth date tells namesakes apart. */
    boolean is(ProxyForm proxy) {
      return birthDate.equals(proxy.birthDate()) && bare(name).equals(bare(proxy.name()));
    }

    private static String bare(String text) {
      return text.replaceAll("[\\s\\u3000]", "");
    }
  }

  /**
   * Records the proxy of a new case, with the document that proves who they are (R-PROXY-DOCS-1).
   *
   * @throws jp.madoguchi.problem.BusinessException {@code proxy-is-applicant}, {@code
   *     document-kind-unknown} and what is wrong with the document
   */
  public Proxy record(String receptionNumber, ProxyKind kind, ProxyForm form, Applicant applicant) {
    KeptDocument document = examined(form, applicant);
    IdentityDocumentKind documentKind = records.kind(document.kind()).orElseThrow();
    String issuer = Optional.ofNullable(form.document().issuer()).orElseGet(documentKind::issuer);
    Proxy proxy =
        new Proxy(
            receptionNumber,
            kind,
            form,
            document,
            issuer,
            actors.current().login(),
            clock.instant());
    records.add(proxy);
    trail.record(
        Act.done("proxy.recorded", "APPLICATION", receptionNumber)
            .with("kind", kind)
            .with("document", documentKind.code()));
    return proxy;
  }

  /**
   * The document by which somebody acts for another, as it may be kept (R-PROXY-DOCS-1, R-MINIMUM).
   *
   * @throws jp.madoguchi.problem.BusinessException as {@link #record}
   */
  public KeptDocument examined(ProxyForm form, Applicant applicant) {
    if (applicant.is(form)) {
      throw Problem.refused("proxy-is-applicant").asException();
    }
    good(form.document());
    return kept(form.document());
  }

  public Optional<Proxy> find(String receptionNumber) {
    return records.find(receptionNumber);
  }

  /**
   * Opens a return visit by its letter.
   *
   * @param letterCode in its text form
   */
  public void open(String receptionNumber, String letterCode) {
    records.add(
        new ReturnVisit(receptionNumber, letterCode, actors.current().login(), clock.instant()));
    trail.record(
        Act.done("return-visit.opened", "APPLICATION", receptionNumber).with("letter", letterCode));
  }

  /** Whether this document is the one of the first visit, in date. */
  public boolean isSame(String receptionNumber, ShownDocument shown) {
    good(shown);
    return require(receptionNumber).document().isSameAs(kept(shown));
  }

  /**
   * The same proxy is here, by the document of the first visit.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code R-SAME-PROXY} for another document, and
   *     what is wrong with the document
   */
  public void confirmSame(String receptionNumber, ShownDocument shown) {
    if (!isSame(receptionNumber, shown)) {
      throw Problem.refused("R-SAME-PROXY").asException();
    }
    current(receptionNumber).sameProxy(kept(shown), actors.current().login(), clock.instant());
    found(receptionNumber, ProxyFinding.SAME_DOCUMENT);
  }

  /**
   * The same proxy is here with another document, as a supervisor approved (R-SECOND-PERSON).
   *
   * @param approver the supervisor's login, another than the caller's
   */
  public void confirmByOtherDocument(String receptionNumber, ShownDocument shown, String approver) {
    good(shown);
    current(receptionNumber)
        .sameProxyByOtherDocument(kept(shown), approver, actors.current().login(), clock.instant());
    found(receptionNumber, ProxyFinding.OTHER_DOCUMENT);
  }

  /** Somebody else came: the case stays open for the right one. */
  public void otherPerson(String receptionNumber) {
    current(receptionNumber).otherPerson(actors.current().login(), clock.instant());
    found(receptionNumber, ProxyFinding.OTHER_PERSON);
  }

  /**
   * What is in the envelope, and how it goes on.
   *
   * @param way null when it is accepted
   */
  public void reply(String receptionNumber, ReplyFinding finding, WayOn way) {
    current(receptionNumber).reply(finding, way, actors.current().login(), clock.instant());
    Act act =
        finding == ReplyFinding.ACCEPTED
            ? Act.done("reply.accepted", "APPLICATION", receptionNumber)
            : Act.refused("reply.refused", "APPLICATION", receptionNumber, finding.name())
                .with("wayOn", way);
    trail.record(act);
  }

  /** The visits of a case, the first one first. */
  public List<ReturnVisit> visits(String receptionNumber) {
    return records.visits(receptionNumber);
  }

  private void found(String receptionNumber, ProxyFinding finding) {
    trail.record(
        finding == ProxyFinding.OTHER_PERSON
            ? Act.refused(
                "return-visit.other-person", "APPLICATION", receptionNumber, "R-SAME-PROXY")
            : Act.done("return-visit.proxy-confirmed", "APPLICATION", receptionNumber)
                .with("finding", finding));
  }

  private ReturnVisit current(String receptionNumber) {
    List<ReturnVisit> visits = records.visits(receptionNumber);
    if (visits.isEmpty()) {
      throw Problem.refused("not-found").asException();
    }
    return visits.get(visits.size() - 1);
  }

  private Proxy require(String receptionNumber) {
    return records
        .find(receptionNumber)
        .orElseThrow(() -> Problem.refused("not-found").asException());
  }

  private IdentityDocumentKind good(ShownDocument shown) {
    IdentityDocumentKind kind =
        records
            .kind(shown.kind())
            .orElseThrow(() -> Problem.refused("document-kind-unknown").asException());
    kind.requireGood(shown, clock.today());
    return kind;
  }

  private KeptDocument kept(ShownDocument shown) {
    return new KeptDocument(shown, hash.of(shown));
  }
}
