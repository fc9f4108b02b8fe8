package jp.madoguchi.bench;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import jp.madoguchi.audit.Actor;
import jp.madoguchi.audit.Actors;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.audit.jpa.AuditTable;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.Authorities;
import jp.madoguchi.issuance.AuthorityEstablishment;
import jp.madoguchi.issuance.AuthorityKeystores;
import jp.madoguchi.issuance.AuthorityToken;
import jp.madoguchi.issuance.CertificateOrder;
import jp.madoguchi.issuance.CertificateSerialNumber;
import jp.madoguchi.issuance.CertificateSubject;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.OwnCertificationAuthority;
import jp.madoguchi.issuance.PlannedStops;
import jp.madoguchi.issuance.SigningProvider;
import jp.madoguchi.issuance.jpa.AuthorityRepository;
import jp.madoguchi.issuance.jpa.CertificateRepository;
import jp.madoguchi.launcher.Counter;
import jp.madoguchi.resident.Sex;
import jp.madoguchi.settings.Settings;
import org.eclipse.persistence.sessions.UnitOfWork;

/**
 * The authority without flow and pages, in this program, on the counter's database: an order is
 * checked, planned, stored and committed, then signed, compared, stored and committed, with its
 * rows of the trail. Two commits, since a plan is kept before the key is used.
 */
final class AuthorityAlone implements AutoCloseable {

  private static final AtomicLong RESIDENT = new AtomicLong(-1_000_000_000);

  private final Counter counter;
  private final OfficeClock clock = Instant::now;
  private final EntityManagerFactory factory;
  private final Settings settings;
  private final SigningProvider signing;
  private Authorities authorities;

  private static final class System extends Actors {
    @Override
    public Actor current() {
      return Actor.SYSTEM;
    }
  }

  AuthorityAlone(Counter counter) throws Exception {
    this.counter = counter;
    Path data = counter.layout().data();
    Map<String, String> values =
        Map.of(
            "authority.directory", data.resolve("authority").toString(),
            "authority.password", Files.readString(data.resolve("authority.secret")),
            "public.address", counter.address().replaceFirst("/$", ""));
    settings =
        new Settings() {
          @Override
          public Optional<String> find(String name) {
            return Optional.ofNullable(values.get(name));
          }
        };
    signing = new SigningProvider(settings);
    Map<String, Object> store = new HashMap<>();
    store.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
    store.put("jakarta.persistence.jtaDataSource", null);
    store.put("jakarta.persistence.jdbc.driver", "org.postgresql.Driver");
    store.put("jakarta.persistence.jdbc.url", counter.databaseUrl());
    store.put("jakarta.persistence.jdbc.user", "postgres");
    store.put("jakarta.persistence.jdbc.password", "postgres");
    store.put("eclipselink.jdbc.connections.max", "32");
    store.put("eclipselink.target-server", "None");
    factory = Persistence.createEntityManagerFactory("madoguchi", store);
    try (EntityManager entities = factory.createEntityManager()) {
      AuthorityRepository table = new AuthorityRepository(entities);
      AuthorityKeystores keystores =
          new AuthorityKeystores(settings, new AuthorityToken(settings, clock));
      authorities = new Authorities(table, keystores, signing, settings);
      AuditTrail trail = new AuditTable(entities, clock, new System());
      entities.getTransaction().begin();
      new AuthorityEstablishment(
              table,
              keystores,
              authorities,
              signing,
              new PlannedStops(settings, clock),
              trail,
              clock,
              settings)
          .establish();
      entities.getTransaction().commit();
    }
  }

  /** What came of a stretch. */
  record Issued(long certificates, Duration duration, Usage used) {

    double perSecond() {
      return certificates / (duration.toNanos() / 1e9);
    }
  }

  /** Warmed up by a number, not by time, so that a busy machine measures the same code. */
  Issued measure(int threads, Supplier<RSAPublicKey> keys, int warmUp, int measured)
      throws Exception {
    issue(threads, keys, warmUp);
    WholeCases.say("warmed up");
    Usage before = Usage.now(counter);
    long begun = java.lang.System.nanoTime();
    issue(threads, keys, measured);
    Duration took = Duration.ofNanos(java.lang.System.nanoTime() - begun);
    return new Issued(measured, took, Usage.now(counter).minus(before));
  }

  private void issue(int threads, Supplier<RSAPublicKey> keys, int certificates) throws Exception {
    AtomicInteger left = new AtomicInteger(certificates);
    ExecutorService clerks = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Void>> work = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        work.add(
            () -> {
              while (left.getAndDecrement() > 0) {
                issue(order(keys.get()));
              }
              return null;
            });
      }
      for (Future<Void> one : clerks.invokeAll(work)) {
        one.get();
      }
    } finally {
      clerks.shutdown();
    }
  }

  private void issue(CertificateOrder order) {
    try (EntityManager entities = factory.createEntityManager()) {
      OwnCertificationAuthority authority =
          new OwnCertificationAuthority(
              authorities,
              new CertificateRepository(entities),
              signing,
              new PlannedStops(settings, clock),
              new AuditTable(entities, clock, new System()),
              clock,
              null);
      CertificateSerialNumber serial = committed(entities, () -> authority.plan(order));
      committed(entities, () -> authority.issue(serial));
    }
  }

  /** As in the server, what is read belongs to the transaction too. */
  private static <T> T committed(EntityManager entities, Supplier<T> step) {
    entities.getTransaction().begin();
    entities.unwrap(UnitOfWork.class).beginEarlyTransaction();
    T done = step.get();
    entities.getTransaction().commit();
    entities.clear();
    return done;
  }

  private static CertificateOrder order(RSAPublicKey key) {
    long resident = RESIDENT.getAndIncrement();
    return new CertificateOrder(
        CertificateType.SIGNATURE,
        key,
        new CertificateSubject(
            resident, "試験\u3000花子", LocalDate.of(1980, 2, 17), Sex.FEMALE, "神奈川県厚木市見本町三丁目17番17号"),
        LocalDate.now().plusYears(5),
        "B-" + -resident);
  }

  @Override
  public void close() {
    factory.close();
  }
}
