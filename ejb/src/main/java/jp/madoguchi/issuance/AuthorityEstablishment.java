package jp.madoguchi.issuance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.cmp.CmpSettings;
import jp.madoguchi.issuance.jpa.AuthorityRepository;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.settings.Settings;
import jp.madoguchi.text.Texts;

/**
 * Makes both authorities at the first start, and finds them at every later one.
 *
 * <p>It never makes an authority in place of one that is missing: without its key every certificate
 * it signed would be lost to the office.
 */
@ApplicationScoped
public class AuthorityEstablishment {

  private static final System.Logger LOG = System.getLogger(AuthorityEstablishment.class.getName());

  private AuthorityRepository table;
  private AuthorityKeystores keystores;
  private Authorities authorities;
  private SigningProvider signing;
  private PlannedStops stops;
  private AuditTrail trail;
  private OfficeClock clock;
  private Settings settings;

  protected AuthorityEstablishment() {}

  @Inject
  public AuthorityEstablishment(
      AuthorityRepository table,
      AuthorityKeystores keystores,
      Authorities authorities,
      SigningProvider signing,
      PlannedStops stops,
      AuditTrail trail,
      OfficeClock clock,
      Settings settings) {
    this.table = table;
    this.keystores = keystores;
    this.authorities = authorities;
    this.signing = signing;
    this.stops = stops;
    this.trail = trail;
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * Called at each start; harmless when repeated.
   *
   * @throws BusinessException when keystore, table and settings do not agree; the log says in words
   *     what to do
   */
  @Transactional
  public void establish() {
    List<AuthorityKeystore> made = new ArrayList<>();
    try {
      stops.runningUntil();
      boolean own = checkedAdapter() == AuthorityAdapter.OWN;
      table.oneAtATime();
      for (CertificateType type : CertificateType.values()) {
        AuthorityKeystore keystore = keystores.of(type);
        if (isFirstStart(type, keystore) && own) {
          made.add(keystore);
          make(type, keystore);
        }
      }
      authorities.load();
    } catch (BusinessException e) {
      made.forEach(AuthorityKeystore::delete);
      explain(e.problem());
      throw e;
    } catch (RuntimeException e) {
      made.forEach(AuthorityKeystore::delete);
      throw e;
    }
  }

  /** What is wrong with the settings of another authority is said at the start. */
  private AuthorityAdapter checkedAdapter() {
    AuthorityAdapter adapter = AuthorityAdapter.of(settings);
    if (adapter == AuthorityAdapter.CMP) {
      CmpSettings outside = new CmpSettings(settings);
      Arrays.stream(CertificateType.values()).forEach(type -> outside.peer(type.path()));
    }
    return adapter;
  }

  private boolean isFirstStart(CertificateType type, AuthorityKeystore keystore) {
    boolean known = !table.of(type).isEmpty();
    if (!known && keystore.exists()) {
      throw Problem.refused("authority-table-empty", keystore.file().toString()).asException();
    }
    return !known;
  }

  private void make(CertificateType type, AuthorityKeystore keystore) {
    AuthorityCeremony ceremony =
        new AuthorityCeremony(
            authorities.profile(), signing, settings.number("authority.years", 12));
    Authority authority = keystores.make(type, KeyHome.of(settings), ceremony, firstDay());
    table.add(AuthorityRollover.generation(authority));
    trail.record(
        Act.done("authority.established", "AUTHORITY", type.name())
            .with("keyId", authority.keyId())
            .with("home", authority.home())
            .with("validTo", authority.notAfter()));
    keystore.write(List.of(authority));
  }

  /**
   * From when the first keys are valid: from now on, or from an earlier day (setting {@code
   * authority.valid-from}). Where the office's clock can be moved, that is the first moment it can
   * be moved to: a certificate that begins before its issuer is good for nobody.
   */
  private ZonedDateTime firstDay() {
    ZonedDateTime now = clock.now();
    return settings
        .find("authority.valid-from")
        .map(LocalDate::parse)
        .map(day -> day.atStartOfDay(OfficeClock.ZONE))
        .filter(now::isAfter)
        .orElse(now);
  }

  private static void explain(Problem problem) {
    Object[] arguments = problem.arguments().toArray();
    for (Locale locale : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
      LOG.log(
          System.Logger.Level.ERROR,
          Texts.get(locale, "problem." + problem.code() + ".title", arguments)
              + " "
              + Texts.get(locale, "problem." + problem.code() + ".next", arguments));
    }
  }
}
