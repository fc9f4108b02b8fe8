package jp.madoguchi.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.CertificatePublished;
import jp.madoguchi.issuance.CertificateStatus;
import jp.madoguchi.issuance.Certificates;
import jp.madoguchi.issuance.CertificationAuthority;
import jp.madoguchi.issuance.RevocationReason;
import jp.madoguchi.process.Decisions.Input;
import jp.madoguchi.process.Processes;
import jp.madoguchi.process.Processes.Messages;
import jp.madoguchi.resident.CardSerial;
import jp.madoguchi.resident.RecordChange;
import jp.madoguchi.resident.ResidentsChanged;
import jp.madoguchi.resident.ResidentsChanged.Change;
import jp.madoguchi.workflow.CaseProcess;
import jp.madoguchi.workflow.LapseFacts;

/**
 * Ends certificates when the register changes (R-LAPSE-SIGN, R-LAPSE-AUTH), in the transaction of
 * the change: whoever sees the new record sees the certificate revoked. A change that concerns no
 * certificate starts no process, so that a file of a hundred thousand costs what it concerns.
 *
 * <p>Under the name {@code lapses} the process record-change asks it to revoke.
 */
@ApplicationScoped
@Named("lapses")
public class Lapses implements LapseFacts {

  private Certificates certificates;
  private CertificationAuthority authority;
  private CardOfCertificate cards;
  private OfficeHolds holds;
  private LapseBook book;
  private CaseProcess process;
  private AuditTrail trail;
  private OfficeClock clock;

  protected Lapses() {}

  @Inject
  public Lapses(
      Certificates certificates,
      CertificationAuthority authority,
      CardOfCertificate cards,
      OfficeHolds holds,
      LapseBook book,
      CaseProcess process,
      AuditTrail trail,
      OfficeClock clock) {
    this.certificates = certificates;
    this.authority = authority;
    this.cards = cards;
    this.holds = holds;
    this.book = book;
    this.process = process;
    this.trail = trail;
    this.clock = clock;
  }

  void follow(@Observes ResidentsChanged event) {
    Map<Long, List<Change>> changes =
        event.changes().stream()
            .filter(change -> change.kind() != RecordChange.OTHER)
            .collect(
                Collectors.groupingBy(Change::resident, LinkedHashMap::new, Collectors.toList()));
    List<CertificateStatus> found =
        certificates.unrevokedOf(changes.keySet()).stream()
            .filter(one -> event.untilThen() == null || one.notBefore().isBefore(event.untilThen()))
            .toList();
    Map<String, CardSerial> onCards = cards.of(found);
    dropNoticesTo(event);
    found.stream()
        .collect(
            Collectors.groupingBy(
                CertificateStatus::residentId, LinkedHashMap::new, Collectors.toList()))
        .forEach((resident, own) -> begin(resident, changes.get(resident), own, onCards));
  }

  /** Certificates that the same changes concern are judged together. */
  private void begin(
      long resident,
      List<Change> changes,
      List<CertificateStatus> own,
      Map<String, CardSerial> onCards) {
    Map<Set<RecordChange>, List<CertificateStatus>> concerned = new LinkedHashMap<>();
    for (CertificateStatus one : own) {
      Optional<CardSerial> card = Optional.ofNullable(onCards.get(one.receptionNumber()));
      Set<RecordChange> kinds =
          changes.stream()
              .filter(change -> change.concerns(card))
              .map(Change::kind)
              .collect(Collectors.toCollection(() -> EnumSet.noneOf(RecordChange.class)));
      if (!kinds.isEmpty()) {
        concerned.computeIfAbsent(kinds, same -> new ArrayList<>()).add(one);
      }
    }
    concerned.forEach(
        (kinds, some) -> {
          Lapse lapse = new Lapse(resident, kinds, some, clock.instant());
          book.add(lapse);
          process.start(Processes.RECORD_CHANGE, lapse.key());
        });
  }

  /** Who has died is not written to. */
  private void dropNoticesTo(ResidentsChanged event) {
    Set<Long> dead =
        event.changes().stream()
            .filter(change -> change.kind() == RecordChange.DECEASED)
            .map(Change::resident)
            .collect(Collectors.toSet());
    for (Lapse lapse : book.dueOf(dead)) {
      lapse.dropped();
      process.tell(lapse.key(), Messages.HOLDER_DIED);
      trail.record(Act.done("lapse.notice-dropped", "LAPSE", lapse.key()));
    }
  }

  @Override
  public Map<String, Object> of(String key) {
    Lapse lapse = lapse(key);
    Map<String, Object> facts = new HashMap<>();
    facts.put(Input.RECORD_CHANGES, lapse.changes());
    facts.put(
        Input.CERTIFICATE_TYPES,
        lapse.certificates().stream()
            .map(one -> one.type().name())
            .distinct()
            .sorted()
            .collect(Collectors.joining(" ")));
    return Collections.unmodifiableMap(facts);
  }

  @Override
  public void decided(String key, List<Map<String, Object>> findings) {
    lapse(key)
        .certificates()
        .forEach(one -> LapseOutcome.of(one.type(), findings).ifPresent(one::decided));
  }

  /** Does at once what was decided; what is not live yet follows when it goes live. */
  public void revoke(String key) {
    Lapse lapse = lapse(key);
    lapse.certificates().forEach(this::apply);
    lapse.decided();
  }

  /** Whether the holder is to be told. */
  public boolean toTell(String key) {
    return lapse(key).notice() == Lapse.Notice.DUE;
  }

  /** The register changed while the certificate was on its way to the card. */
  void makeUpFor(@Observes CertificatePublished live) {
    book.pending(live.serial()).forEach(this::apply);
  }

  private void apply(LapsedCertificate one) {
    one.outcome()
        .filter(outcome -> outcome != RevocationReason.REMOVE_FROM_CRL || !heldHere(one))
        .filter(outcome -> authority.revokeIfLive(one.serial(), outcome))
        .ifPresent(
            outcome -> {
              one.appliedAt(clock.instant());
              trail.record(
                  Act.done("certificate.lapsed", "CERTIFICATE", one.serial().hex())
                      .with("type", one.type())
                      .with("rule", one.rule())
                      .with("reason", outcome)
                      .with("changes", one.lapse().changes())
                      .with("lapse", one.lapse().key()));
            });
  }

  /** The register says that the card is good, and here it is still reported lost. */
  private boolean heldHere(LapsedCertificate one) {
    return certificates.find(one.serial()).flatMap(holds::holding).isPresent();
  }

  private Lapse lapse(String key) {
    return Lapse.idOf(key)
        .flatMap(book::find)
        .orElseThrow(() -> new IllegalStateException("No such lapse: " + key));
  }
}
