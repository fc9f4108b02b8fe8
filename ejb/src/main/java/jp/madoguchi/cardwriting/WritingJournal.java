package jp.madoguchi.cardwriting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.cardwriting.jpa.CardWritingRepository;
import jp.madoguchi.cardwriting.jpa.CardWritingRow;
import jp.madoguchi.issuance.CertificateOrder;
import jp.madoguchi.issuance.CertificateSerialNumber;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.CertificationAuthority;
import jp.madoguchi.issuance.IssuedCertificate;
import jp.madoguchi.problem.Problem;

/**
 * The server's journal of card writing. Every method is one step of it and takes part in the
 * caller's transaction, together with the certificate's own records and the case's process.
 */
@ApplicationScoped
public class WritingJournal {

  private final CardWritingRepository rows;
  private final CertificationAuthority authority;
  private final OfficeClock clock;
  private final AuditTrail trail;
  private final Map<String, Instant> asked = new ConcurrentHashMap<>();

  protected WritingJournal() {
    this(null, null, null, null);
  }

  @Inject
  public WritingJournal(
      CardWritingRepository rows,
      CertificationAuthority authority,
      OfficeClock clock,
      AuditTrail trail) {
    this.rows = rows;
    this.authority = authority;
    this.clock = clock;
    this.trail = trail;
  }

  /** The case's certificates in the order in which they are written; none before it begins. */
  public List<CertificateWriting> ofCase(String receptionNumber) {
    return rows.ofCase(receptionNumber).stream().map(CardWritingRow::asWriting).toList();
  }

  /** The holder of the card that is written for the case. */
  long residentOf(String receptionNumber) {
    return rows.ofCase(receptionNumber).get(0).subject().residentId();
  }

  /** Since when the authority owes this case an answer. */
  public Optional<Instant> authorityAskedSince(String receptionNumber) {
    return Optional.ofNullable(asked.get(receptionNumber));
  }

  /** When the authority serves again, while it is out of service by plan. */
  public Optional<ZonedDateTime> authorityBack() {
    return authority.awayUntil();
  }

  /** Asks the authority for something of this case, until what it answered is committed. */
  <T> T askingAuthority(String receptionNumber, Supplier<T> question) {
    asked.put(receptionNumber, clock.instant());
    try {
      return question.get();
    } finally {
      asked.remove(receptionNumber);
    }
  }

  /** The cases for which something is still to be written. */
  public List<String> openCases(int limit) {
    return rows.openCases(limit);
  }

  /** The case that waits for this card. */
  public Optional<String> openCaseOfCard(String cardSerial) {
    return rows.openCaseOfCard(cardSerial);
  }

  /**
   * Plans the writing of an order; the same order again changes nothing.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code writing-for-other-card}, {@code
   *     card-being-written}
   */
  public void plan(WritingOrder order) {
    List<CardWritingRow> known = rows.ofCase(order.receptionNumber());
    if (!known.isEmpty()) {
      if (known.stream().anyMatch(row -> !row.isFor(order))) {
        throw Problem.conflict("writing-for-other-card", order.receptionNumber()).asException();
      }
      return;
    }
    rows.openCaseOfCard(order.cardSerial())
        .ifPresent(
            other -> {
              throw Problem.conflict("card-being-written", other).asException();
            });
    rows.add(order, clock.instant());
    record(Act.done("writing.begun", "APPLICATION", order.receptionNumber()));
  }

  /** Before the card is asked to make the key. */
  public void requestKey(String receptionNumber, CertificateType type) {
    row(receptionNumber, type).requestKey(clock.instant());
  }

  /** The key is on the card and proven: the certificate is planned before anything is signed. */
  public void keyKnown(String receptionNumber, CertificateType type, RSAPublicKey key) {
    CardWritingRow row = row(receptionNumber, type);
    CertificateOrder order =
        new CertificateOrder(type, key, row.subject(), row.lastDay(), receptionNumber);
    row.keyKnown(authority.plan(order), clock.instant());
  }

  /** Whether the process was told of this certificate's first key, which was lost since. */
  public boolean processIsPastSigning(String receptionNumber, CertificateType type) {
    return row(receptionNumber, type).processIsPastSigning();
  }

  /** Signs the planned certificate of the key that is known; nothing when it is signed already. */
  public void sign(String receptionNumber) {
    first(receptionNumber, row -> row.state() == WritingState.KEY_KNOWN)
        .ifPresent(row -> sign(receptionNumber, row));
  }

  private void sign(String receptionNumber, CardWritingRow row) {
    IssuedCertificate certificate = authority.issue(row.serial().orElseThrow());
    byte[] der = certificate.der();
    row.issued(der.length, Sha256.of(der), clock.instant());
    row.processWasTold();
    record(
        act("writing.certificate-issued", receptionNumber, row)
            .with("serial", certificate.serial().hex()));
  }

  /** The signed certificate of this type, as the authority keeps it. */
  public IssuedCertificate certificate(String receptionNumber, CertificateType type) {
    return authority.issue(row(receptionNumber, type).serial().orElseThrow());
  }

  /** Before the card is told to take the certificate into use. */
  public void activationSent(String receptionNumber, CertificateType type) {
    row(receptionNumber, type).activationSent(clock.instant());
  }

  /** Lets the card's own journal decide where each open certificate of the case stands. */
  public Settlement settle(String receptionNumber, CardJournal card) {
    List<CardWritingRow> open =
        rows.ofCase(receptionNumber).stream().filter(row -> !row.state().isOver()).toList();
    Settlement settlement = Settlement.of(open, card);
    if (settlement.agrees()) {
      open.stream()
          .filter(row -> !settlement.inUse().contains(row.type()))
          .forEach(row -> settle(receptionNumber, row, card));
    }
    return settlement;
  }

  private void settle(String receptionNumber, CardWritingRow row, CardJournal card) {
    if (row.state() == WritingState.PLANNED) {
      return;
    }
    if (!card.stages(row.transaction())) {
      beginAgain(receptionNumber, row);
    } else if (row.certificateLength() > 0) {
      row.staged(card.bytesWritten(), clock.instant());
    }
  }

  /** The authority did not take the key: another one is made. */
  public void keyRefused(String receptionNumber, CertificateType type) {
    beginAgain(receptionNumber, row(receptionNumber, type));
  }

  private void beginAgain(String receptionNumber, CardWritingRow row) {
    Optional<CertificateSerialNumber> lost = row.serial();
    lost.ifPresentOrElse(authority::abandon, () -> authority.withdraw(receptionNumber, row.type()));
    row.beginAgain(TransactionId.random(), clock.instant());
    record(
        act("writing.key-lost", receptionNumber, row)
            .with("abandoned", lost.map(CertificateSerialNumber::hex).orElse("-")));
  }

  /** The card uses the certificate, as it has proven. */
  public void active(String receptionNumber, CertificateType type) {
    CardWritingRow row = row(receptionNumber, type);
    row.active(clock.instant());
    record(act("writing.active", receptionNumber, row));
  }

  /** Publishes the certificates that are in use and not published yet. */
  public void publish(String receptionNumber) {
    first(receptionNumber, row -> row.state() == WritingState.ACTIVE && !row.isPublished())
        .ifPresent(
            row -> {
              authority.publish(row.serial().orElseThrow());
              row.published(clock.instant());
            });
  }

  /**
   * Gives up what is not in use yet, and revokes what was issued for it.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code activation-unknown} while the card may
   *     already use the new certificate: the card itself has to say
   */
  public void cancel(String receptionNumber) {
    List<CardWritingRow> open =
        rows.ofCase(receptionNumber).stream().filter(row -> !row.state().isOver()).toList();
    if (open.stream().anyMatch(row -> row.state() == WritingState.ACTIVATION_SENT)) {
      throw Problem.conflict("activation-unknown", receptionNumber).asException();
    }
    Instant now = clock.instant();
    for (CardWritingRow row : open) {
      row.serial()
          .ifPresentOrElse(
              authority::abandon, () -> authority.withdraw(receptionNumber, row.type()));
      row.cancel(now);
      record(act("writing.cancelled", receptionNumber, row));
    }
  }

  private CardWritingRow row(String receptionNumber, CertificateType type) {
    return first(receptionNumber, row -> row.type() == type)
        .orElseThrow(() -> Problem.refused("not-found", receptionNumber).asException());
  }

  private Optional<CardWritingRow> first(
      String receptionNumber, Predicate<CardWritingRow> condition) {
    return rows.ofCase(receptionNumber).stream().filter(condition).findFirst();
  }

  private static Act act(String name, String receptionNumber, CardWritingRow row) {
    return Act.done(name, "APPLICATION", receptionNumber).with("type", row.type());
  }

  private void record(Act act) {
    trail.record(act);
  }

  /**
   * What card and journal say together.
   *
   * @param agrees false when the card used a certificate that it was never told to use, or another
   *     one than it was sent
   * @param inUse the types whose new certificate the card uses
   */
  public record Settlement(boolean agrees, List<CertificateType> inUse) {

    static Settlement of(List<CardWritingRow> open, CardJournal card) {
      List<CardWritingRow> committed =
          open.stream().filter(row -> card.hasCommitted(row.transaction())).toList();
      boolean agrees =
          committed.stream()
              .allMatch(row -> row.state() == WritingState.ACTIVATION_SENT && sameHash(row, card));
      return new Settlement(agrees, committed.stream().map(CardWritingRow::type).toList());
    }

    /** While another key waits, the card's hash is that of the other's place. */
    private static boolean sameHash(CardWritingRow row, CardJournal card) {
      return card.staged().isPresent()
          || card.activeHash()
              .filter(hash -> !Arrays.equals(hash, row.certificateHash()))
              .isEmpty();
    }
  }
}
