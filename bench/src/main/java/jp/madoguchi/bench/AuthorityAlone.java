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
import java.util.concurrent.atomic.AtomicLong;
import jp.madoguchi.agent.card.KeySource;
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
import jp.madoguchi.issuance.CertificationAuthority;
import jp.madoguchi.issuance.OwnCertificationAuthority;
import jp.madoguchi.issuance.PlannedStops;
import jp.madoguchi.issuance.SigningProvider;
import jp.madoguchi.issuance.jpa.AuthorityRepository;
import jp.madoguchi.issuance.jpa.CertificateRepository;
import jp.madoguchi.launcher.Counter;
import jp.madoguchi.resident.Sex;
import jp.madoguchi.settings.Settings;

/**
 * The authority without flow and pages, in this program, on the counter's database: an order is
 * checked, planned, stored and committed, then signed, compared, stored and committed, with its
 * rows of the trail. Two commits, since a plan is kept before the key is used.
 */
final class AuthorityAlone implements AutoCloseable {

  private static final AtomicLong RESIDENT = new AtomicLong(-1_000_000_000);

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
    store.put("eclipselink.weaving", "false");
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

  /**
   * What came of a stretch.
   *
   * @param cpuMillis of this program for each certificate, the signature in it
   */
  record Issued(double perSecond, double cpuMillis) {}

  Issued measure(int threads, KeySource keys, Duration warmUp, Duration measured) throws Exception {
    issue(threads, keys, warmUp);
    long cpu = cpuNanos();
    long count = issue(threads, keys, measured);
    return new Issued(
        count / (measured.toNanos() / 1e9), (cpuNanos() - cpu) / 1e6 / Math.max(1, count));
  }

  private static long cpuNanos() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }

  private long issue(int threads, KeySource keys, Duration duration) throws Exception {
    long end = java.lang.System.nanoTime() + duration.toNanos();
    ExecutorService clerks = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Long>> work = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        work.add(() -> issueUntil(end, keys));
      }
      long sum = 0;
      for (Future<Long> one : clerks.invokeAll(work)) {
        sum += one.get();
      }
      return sum;
    } finally {
      clerks.shutdown();
    }
  }

  private long issueUntil(long end, KeySource keys) {
    long count = 0;
    while (java.lang.System.nanoTime() < end) {
      CertificateOrder order = order((RSAPublicKey) keys.next().getPublic());
      try (EntityManager entities = factory.createEntityManager()) {
        CertificationAuthority authority =
            new OwnCertificationAuthority(
                authorities,
                new CertificateRepository(entities),
                signing,
                new PlannedStops(settings, clock),
                new AuditTable(entities, clock, new System()),
                clock,
                null);
        entities.getTransaction().begin();
        CertificateSerialNumber serial = authority.plan(order);
        entities.getTransaction().commit();
        entities.clear();
        entities.getTransaction().begin();
        authority.issue(serial);
        entities.getTransaction().commit();
      }
      count++;
    }
    return count;
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
