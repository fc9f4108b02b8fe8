package jp.madoguchi.issuance;

import static java.util.Comparator.naturalOrder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.jpa.RevocationListRepository;
import jp.madoguchi.settings.Settings;

/**
 * The certificate revocation lists (RFC 5280 5): for each authority a full list and, by the setting
 * {@code crl.partitions}, one for each issuing distribution point. They are new when something was
 * revoked since the last ones, at most once in {@code crl.pause} seconds (60), and at the latest
 * after 24 hours.
 *
 * <p>Every generation of an authority signs the same entries, so that a certificate can be checked
 * with the key that signed it. A list's number is given under a lock on the type, and rises even
 * after the database was restored from a backup, since it is never below the time in seconds.
 */
@ApplicationScoped
public class RevocationLists {

  private static final Duration RENEWED_AFTER = Duration.ofHours(24);

  /** Longer than the renewal, so that an outage of a day leaves relying parties with a list. */
  private static final Duration VALID = Duration.ofHours(48);

  /** RFC 5280 3.3: a certificate stays for one list beyond its end. */
  private static final Duration KEPT_AFTER_END = VALID;

  /** Whoever began to fetch a list that was replaced meanwhile can end. */
  private static final Duration FETCHED_WITHIN = Duration.ofHours(1);

  private Authorities authorities;
  private RevocationListRepository lists;
  private SigningProvider signing;
  private AuditTrail trail;
  private OfficeClock clock;
  private Duration pause;

  protected RevocationLists() {}

  @Inject
  public RevocationLists(
      Authorities authorities,
      RevocationListRepository lists,
      SigningProvider signing,
      AuditTrail trail,
      OfficeClock clock,
      Settings settings) {
    this.authorities = authorities;
    this.lists = lists;
    this.signing = signing;
    this.trail = trail;
    this.clock = clock;
    this.pause = Duration.ofSeconds(settings.number("crl.pause", 60));
  }

  /** Publishes what is due, unless another node is just doing so. */
  public void publishDue(CertificateType type) {
    if (!due(type).isEmpty() && lists.tryLock(type)) {
      publish(type);
    }
  }

  /** Under the lock: another node may have published since it was asked. */
  private void publish(CertificateType type) {
    Set<ListScope> due = new LinkedHashSet<>(due(type));
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    // Cleared before the entries are read: what is revoked between the two stays pending.
    if (due.contains(ListScope.full(type))) {
      lists.clearPending(type).forEach(number -> due.add(ListScope.partition(type, number)));
    }
    long number = Math.max(lists.lastNumber(type) + 1, now.getEpochSecond());
    for (ListScope scope : due) {
      number = publish(scope, number, now);
    }
    if (!due.isEmpty()) {
      lists.forgetParts(type, now.minus(FETCHED_WITHIN));
    }
  }

  /**
   * The full list when a day or, where something is pending, the pause is over; partitions daily.
   */
  private List<ListScope> due(CertificateType type) {
    Instant now = clock.instant();
    List<RevocationList> newest = lists.newest(type);
    Duration forFull = lists.pending(type) ? pause : RENEWED_AFTER;
    return scopes(type, newest)
        .filter(
            scope ->
                isDue(scope, newest, now, scope.partition().isPresent() ? RENEWED_AFTER : forFull))
        .toList();
  }

  private Stream<ListScope> scopes(CertificateType type, List<RevocationList> newest) {
    int highest =
        newest.stream()
            .flatMap(l -> l.scope().partition().stream())
            .max(Integer::compare)
            .orElse(-1);
    int partitions = Math.max(authorities.profile().listPartitions(), highest + 1);
    return Stream.concat(
        Stream.of(ListScope.full(type)),
        IntStream.range(0, partitions).mapToObj(number -> ListScope.partition(type, number)));
  }

  /**
   * A list of a time that has not come is none: the clock was moved back since. A key that could
   * not be used when the others signed last has its list once it can; until then the others go on
   * without it.
   */
  private boolean isDue(
      ListScope scope, List<RevocationList> newest, Instant now, Duration renewedAfter) {
    List<RevocationList> said =
        newest.stream()
            .filter(list -> list.scope().equals(scope))
            .filter(list -> !now.isBefore(list.thisUpdate()))
            .toList();
    Instant last =
        said.stream().map(RevocationList::thisUpdate).max(naturalOrder()).orElse(Instant.MIN);
    Instant behind = now.isBefore(last.plus(pause)) ? Instant.MIN : last;
    return authorities.all(scope.type()).stream()
        .filter(
            authority ->
                said.stream()
                    .filter(list -> list.keyId().equals(authority.keyId()))
                    .filter(list -> !list.thisUpdate().isBefore(behind))
                    .noneMatch(list -> now.isBefore(list.thisUpdate().plus(renewedAfter))))
        .anyMatch(Authorities::canSign);
  }

  /** For all generations whose key can be used; gives back the next number. */
  private long publish(ListScope scope, long first, Instant now) {
    long number = first;
    List<Act> acts = new ArrayList<>();
    try (EncodedEntries entries = new EncodedEntries()) {
      lists.revoked(scope, now.minus(KEPT_AFTER_END), entries::add);
      for (Authority authority : usable(scope.type())) {
        sign(scope, authority, number, now, entries);
        Act act =
            Act.done("revocation-list.published", "AUTHORITY", scope.type().name())
                .with("number", number)
                .with("entries", entries.count());
        acts.add(scope.partition().map(partition -> act.with("partition", partition)).orElse(act));
        number++;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    acts.forEach(trail::record);
    return number;
  }

  private List<Authority> usable(CertificateType type) {
    return authorities.all(type).stream().filter(Authorities::canSign).toList();
  }

  private void sign(
      ListScope scope, Authority authority, long number, Instant now, EncodedEntries entries)
      throws IOException {
    Instant next = now.plus(VALID);
    String address =
        scope.partition().isPresent()
            ? authorities.profile().listAddress(scope, authority.keyId())
            : null;
    ListEncoding encoding = new ListEncoding(authority, number, now, next, address, entries);
    byte[] signature = signing.sign(authority.key(), encoding::writeToBeSigned);
    RevocationList list =
        new RevocationList(scope, authority.keyId(), number, now, next, encoding.size(signature));
    lists.add(list, entries.count());
    try (ListParts parts = new ListParts((position, part) -> lists.addPart(list, position, part))) {
      encoding.write(signature, parts);
    }
  }
}
