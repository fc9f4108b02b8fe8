package jp.madoguchi.issuance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.Actors;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.jpa.AuthorityGeneration;
import jp.madoguchi.issuance.jpa.AuthorityRepository;
import jp.madoguchi.issuance.jpa.Renewal;
import jp.madoguchi.issuance.jpa.RenewalRepository;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.settings.Settings;
import jp.madoguchi.transaction.NewTransaction;

/** The authorities' keys: an administrator asks for the next one, a second person grants it. */
@Stateless
@RolesAllowed({"ADMIN", "SUPERVISOR"})
public class RenewalDesk {

  private Authorities authorities;
  private AuthorityRepository table;
  private RenewalRepository renewals;
  private AuthorityRollover rollover;
  private AuthorityToken token;
  private NewTransaction transaction;
  private Actors actors;
  private AuditTrail trail;
  private OfficeClock clock;
  private Settings settings;

  protected RenewalDesk() {}

  @Inject
  public RenewalDesk(
      Authorities authorities,
      AuthorityRepository table,
      RenewalRepository renewals,
      AuthorityRollover rollover,
      AuthorityToken token,
      NewTransaction transaction,
      Actors actors,
      AuditTrail trail,
      OfficeClock clock,
      Settings settings) {
    this.authorities = authorities;
    this.table = table;
    this.renewals = renewals;
    this.rollover = rollover;
    this.token = token;
    this.transaction = transaction;
    this.actors = actors;
    this.trail = trail;
    this.clock = clock;
    this.settings = settings;
  }

  public List<AuthorityView> authorities() {
    return Arrays.stream(CertificateType.values()).map(this::view).toList();
  }

  private AuthorityView view(CertificateType type) {
    List<Authority> all = authorities.all(type);
    Set<String> linked =
        table.of(type).stream()
            .filter(row -> row.oldWithNew() != null)
            .map(AuthorityGeneration::keyId)
            .collect(Collectors.toSet());
    return new AuthorityView(
        type,
        IntStream.range(0, all.size())
            .mapToObj(i -> generation(all.get(i), i == 0, linked))
            .toList(),
        all.stream().findFirst().map(current -> RenewalTerm.of(current, clock.today(), settings)),
        renewals.open(type).map(RenewalDesk::open));
  }

  private static AuthorityView.Generation generation(
      Authority authority, boolean current, Set<String> linked) {
    return new AuthorityView.Generation(
        authority.keyId(),
        current,
        authority.home(),
        authority.notBefore(),
        authority.notAfter(),
        linked.contains(authority.keyId()));
  }

  private static AuthorityView.OpenRenewal open(Renewal renewal) {
    return new AuthorityView.OpenRenewal(
        renewal.id(),
        renewal.home(),
        renewal.state(),
        renewal.askedReason(),
        renewal.askedBy(),
        renewal.askedAt());
  }

  /** Where new keys are made unless somebody chooses otherwise. */
  public KeyHome usualHome() {
    return KeyHome.of(settings);
  }

  public TokenState token() {
    return token.state();
  }

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code renewal-open}, {@code renewal-reason},
   *     {@code authority-token-setting}, {@code authority-not-established}
   */
  @RolesAllowed("ADMIN")
  public long ask(CertificateType type, KeyHome home, String reason) {
    authorities.current(type);
    if (renewals.open(type).isPresent()) {
      throw Problem.conflict("renewal-open").asException();
    }
    if (home == KeyHome.TOKEN && !token.present()) {
      throw Problem.refused("authority-token-setting", "authority.token.library").asException();
    }
    Renewal renewal = new Renewal(type, home, reason, actors.current().login(), clock.instant());
    renewals.add(renewal);
    record("authority.renewal-asked", renewal);
    return renewal.id();
  }

  /**
   * A second person grants, and the new key signs from then on; or refuses.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code renewal-second-person}, {@code
   *     renewal-decided}, {@code renewal-reason}, {@code not-found}; {@code authority-token-away},
   *     after which it can be resumed
   */
  public void decide(long id, boolean granted, String reason) {
    table.oneAtATime();
    transaction.call(
        () -> {
          Renewal renewal = renewals.lock(id);
          renewal.decide(granted, reason, actors.current().login(), clock.instant());
          record(granted ? "authority.renewal-granted" : "authority.renewal-refused", renewal);
          return null;
        });
    if (granted) {
      rollover.perform(id);
    }
  }

  /**
   * Goes on with what was granted and cut off.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code renewal-decided}, {@code
   *     authority-token-away}, {@code not-found}
   */
  public void resume(long id) {
    table.oneAtATime();
    boolean cutOff = transaction.call(() -> renewals.lock(id).state() == RenewalState.GRANTED);
    if (!cutOff) {
      throw Problem.conflict("renewal-decided").asException();
    }
    rollover.perform(id);
  }

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code renewal-decided}, {@code not-found}
   */
  @RolesAllowed("ADMIN")
  public void withdraw(long id) {
    Renewal renewal = renewals.lock(id);
    renewal.withdraw();
    record("authority.renewal-withdrawn", renewal);
  }

  private void record(String act, Renewal renewal) {
    trail.record(
        Act.done(act, "AUTHORITY", renewal.type().name())
            .with("renewal", renewal.id())
            .with("home", renewal.home()));
  }
}
