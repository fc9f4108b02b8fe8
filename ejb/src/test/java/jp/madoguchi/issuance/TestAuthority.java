package jp.madoguchi.issuance;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import jp.madoguchi.issuance.jpa.AuthorityRepository;
import jp.madoguchi.issuance.jpa.CertificateRepository;
import jp.madoguchi.issuance.jpa.RevocationListRepository;
import jp.madoguchi.testing.FiredEvents;
import jp.madoguchi.testing.MovableClock;
import jp.madoguchi.testing.RecordedActs;
import jp.madoguchi.testing.TestDatabase;

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

    /** A desk whose authorities are still to be established. */
    Desk(EntityManager entities, ChosenSettings settings, MovableClock clock) {
      this(entities, settings, clock, null);
    }

    private Desk(
        EntityManager entities,
        ChosenSettings settings,
        MovableClock clock,
        Authorities established) {
      this.settings = settings;
      this.clock = clock;
      SigningProvider signing = new JudgedSignatures(settings);
      AuthorityRepository table = new AuthorityRepository(entities);
      AuthorityKeystores keystores = new AuthorityKeystores(settings);
      PlannedStops stops = new PlannedStops(settings, clock);
      repository = new CertificateRepository(entities);
      authorities =
          established == null ? new Authorities(table, keystores, signing, settings) : established;
      establishment =
          new AuthorityEstablishment(
              table, keystores, authorities, signing, stops, acts, clock, settings);
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
        der.writeBytes(lists.part(list, position).orElseThrow());
      }
      return der.toByteArray();
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
    return new Desk(entities, settings, new MovableClock(localDateTime), established);
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
