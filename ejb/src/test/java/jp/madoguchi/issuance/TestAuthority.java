package jp.madoguchi.issuance;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.madoguchi.issuance.jpa.AuthorityRepository;
import jp.madoguchi.issuance.jpa.CertificateRepository;
import jp.madoguchi.issuance.jpa.PublishedTable;
import jp.madoguchi.issuance.jpa.Renewal;
import jp.madoguchi.issuance.jpa.RenewalRepository;
import jp.madoguchi.issuance.jpa.RevocationListRepository;
import jp.madoguchi.testing.FiredEvents;
import jp.madoguchi.testing.MovableClock;
import jp.madoguchi.testing.RecordedActs;
import jp.madoguchi.testing.TestDatabase;
import jp.madoguchi.transaction.NewTransaction;

/** Real authorities on the shared database, made once for the test run. */
public final class TestAuthority {

  private static final TestAuthority SHARED = new TestAuthority();

  private final Path directory;
  private final Authorities established;

  /** The parts of the authority on one entity manager, at a test's own time. */
  public static final class Desk {
    public final ChosenSettings settings;
    public final MovableClock clock;
    public final RecordedActs acts = new RecordedActs();
    public final FiredEvents<CertificatePublished> published = new FiredEvents<>();
    public final CertificationAuthority authority;
    public final Certificates certificates;
    public final RevocationLists lists;
    public final OcspResponder responder;
    final ResponderRenewal renewal;
    final Authorities authorities;
    final AuthorityEstablishment establishment;
    final CertificateRepository repository;
    final AuthorityRollover rollover;
    final AuthorityToken token;
    private final RenewalRepository renewals;
    private final EntityManager entities;

    /** What is read as relying parties fetch it, with what this transaction has changed. */
    interface Fetching<T> {
      T from(PublishedTable table) throws SQLException;
    }

    /** The newest full list of the current key, after all that is due was published. */
    public RevocationList list(CertificateType type) {
      lists.publishDue(type);
      return newest(ListScope.full(type));
    }

    RevocationList newest(ListScope scope) {
      return fetch(table -> table.newest(scope, Optional.empty())).orElseThrow();
    }

    Optional<RevocationList> newest(ListScope scope, String keyId) {
      return fetch(table -> table.newest(scope, Optional.of(keyId)));
    }

    <T> T fetch(Fetching<T> what) {
      entities.flush();
      try {
        return what.from(new PublishedTable(entities.unwrap(Connection.class)));
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    /** A desk whose authorities are still to be established. */
    Desk(EntityManager entities, ChosenSettings settings, MovableClock clock) {
      this(entities, settings, clock, null, new InOneTransaction());
    }

    /** As before, with the transactions of a rollover. */
    Desk(
        EntityManager entities,
        ChosenSettings settings,
        MovableClock clock,
        NewTransaction transaction) {
      this(entities, settings, clock, null, transaction);
    }

    private Desk(
        EntityManager entities,
        ChosenSettings settings,
        MovableClock clock,
        Authorities established,
        NewTransaction transaction) {
      this.entities = entities;
      this.settings = settings;
      this.clock = clock;
      SigningProvider signing = new JudgedSignatures(settings);
      AuthorityRepository table = new AuthorityRepository(entities);
      token = new AuthorityToken(settings, clock);
      AuthorityKeystores keystores = new AuthorityKeystores(settings, token);
      PlannedStops stops = new PlannedStops(settings, clock);
      repository = new CertificateRepository(entities);
      authorities =
          established == null ? new Authorities(table, keystores, signing, settings) : established;
      establishment =
          new AuthorityEstablishment(
              table, keystores, authorities, signing, stops, acts, clock, settings);
      renewals = new RenewalRepository(entities);
      rollover =
          new AuthorityRollover(
              transaction, table, renewals, keystores, authorities, signing, acts, clock, settings);
      authority =
          new OwnCertificationAuthority(
              authorities, repository, signing, stops, acts, clock, published);
      certificates = new Certificates(repository);
      lists =
          new RevocationLists(
              authorities, new RevocationListRepository(entities), signing, acts, clock, settings);
      responder = new OcspResponder(authorities, repository, signing, clock, settings);
      renewal = new ResponderRenewal(authorities, table, keystores, signing, acts, clock, settings);
    }

    /** The list as it is served. */
    public byte[] der(RevocationList list) {
      ByteArrayOutputStream der = new ByteArrayOutputStream();
      for (int position = 0; der.size() < list.size(); position++) {
        int next = position;
        der.writeBytes(fetch(table -> table.part(list, next)).orElseThrow());
      }
      return der.toByteArray();
    }

    /** A rollover that one person asked for and another granted. */
    void renew(CertificateType type, KeyHome home) {
      rollover.perform(granted(type, home));
    }

    long granted(CertificateType type, KeyHome home) {
      Renewal renewal = new Renewal(type, home, "鍵の使用期間", "admin1", clock.instant());
      renewal.decide(true, "確認した", "supervisor1", clock.instant());
      renewals.add(renewal);
      return renewal.id();
    }
  }

  /** Everything belongs to the transaction of the test, which takes it back. */
  static class InOneTransaction extends NewTransaction {
    @Override
    public <T> T call(Supplier<T> work) {
      return work.get();
    }
  }

  private TestAuthority() {
    try {
      directory = Files.createTempDirectory("authority");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    established =
        TestDatabase.shared()
            .inTransaction(
                entities -> {
                  Desk first = new Desk(entities, settings(), new MovableClock("2020-04-01T09:00"));
                  first.establishment.establish();
                  return first.authorities;
                });
  }

  public static TestAuthority shared() {
    return SHARED;
  }

  Path directory() {
    return directory;
  }

  ChosenSettings settings() {
    return new ChosenSettings()
        .with("authority.directory", directory.toString())
        .with("authority.password", "for tests only")
        .with("authority.years", "25")
        .with("crl.pause", "0");
  }

  /** A desk with its authorities established, on the given entity manager. */
  public Desk desk(EntityManager entities, String localDateTime) {
    return desk(entities, localDateTime, settings());
  }

  /** As {@link #desk(EntityManager, String)}, with settings of the test's own. */
  public Desk desk(EntityManager entities, String localDateTime, ChosenSettings settings) {
    return new Desk(
        entities, settings, new MovableClock(localDateTime), established, new InOneTransaction());
  }

  /** Works at a desk on 24 November 2026 and commits. */
  public <T> T at(Function<Desk, T> work) {
    return TestDatabase.shared()
        .inTransaction(entities -> work.apply(desk(entities, "2026-11-24T10:00")));
  }

  public void doAt(Consumer<Desk> work) {
    at(
        desk -> {
          work.accept(desk);
          return null;
        });
  }

  /** A fresh certificate for signatures that is live. */
  CertificateSerialNumber valid() {
    return at(
        desk -> {
          CertificateSerialNumber serial = desk.authority.plan(Orders.forSignature());
          desk.authority.issue(serial);
          desk.authority.publish(serial);
          return serial;
        });
  }

  /** Works at a desk and takes everything back, except files. */
  void tryOut(Consumer<EntityManager> work) {
    try (EntityManager entities = TestDatabase.shared().entityManager()) {
      entities.getTransaction().begin();
      try {
        work.accept(entities);
      } finally {
        entities.getTransaction().rollback();
      }
    }
  }
}
