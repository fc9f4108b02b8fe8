package jp.madoguchi.cardwriting;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jp.madoguchi.cardwriting.jpa.CardWritingRepository;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.testing.MovableClock;
import jp.madoguchi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** The time left follows from what this office's writings took, on the real table. */
class WritingPaceTest {

  private static final String BEGIN = "2035-05-01T10:00";

  private final MovableClock clock = new MovableClock(BEGIN);

  @Test
  void aWritingThatHasNotBegunTakesWhatOthersTookInTheMiddle() {
    at(
        entities -> {
          written(entities, 300, 4, 2, 1, 8);
          assertThat(left(entities, CertificateType.SIGNATURE, WritingState.PLANNED))
              .contains(Duration.ofSeconds(15));
        });
  }

  @Test
  void aStepThatRunsIsCountedFromItsBeginningAndTheLaterOnesWhole() {
    at(
        entities -> {
          written(entities, 300, 4, 2, 1, 8);
          clock.moveTo("2035-05-01T10:00:03");
          assertThat(left(entities, CertificateType.SIGNATURE, WritingState.KEY_REQUESTED))
              .contains(Duration.ofSeconds(1 + 2 + 1 + 8));
          clock.moveTo("2035-05-01T10:01");
          assertThat(left(entities, CertificateType.SIGNATURE, WritingState.KEY_REQUESTED))
              .contains(Duration.ofSeconds(2 + 1 + 8));
        });
  }

  @Test
  void cardsThatLayAsideForHoursDoNotMoveTheMiddle() {
    at(
        entities -> {
          written(entities, 180, 4, 2, 1, 8);
          written(entities, 40, 7200, 2, 1, 7200);
          assertThat(left(entities, CertificateType.SIGNATURE, WritingState.PLANNED))
              .contains(Duration.ofSeconds(15));
        });
  }

  @Test
  void nothingIsSaidWithoutFiguresOfThatTypeOrWhenAllIsDone() {
    at(
        entities -> {
          written(entities, 300, 4, 2, 1, 8);
          assertThat(left(entities, CertificateType.USER_AUTHENTICATION, WritingState.PLANNED))
              .isEmpty();
          assertThat(left(entities, CertificateType.SIGNATURE, WritingState.ACTIVE)).isEmpty();
        });
  }

  private Optional<Duration> left(
      EntityManager entities, CertificateType type, WritingState state) {
    return new WritingPace(new CardWritingRepository(entities), clock)
        .left(
            List.of(
                new CertificateWriting(
                    "R",
                    type,
                    "C",
                    TransactionId.random(),
                    state,
                    Optional.empty(),
                    0,
                    0,
                    new MovableClock(BEGIN).instant(),
                    Optional.of(Instant.EPOCH))));
  }

  /** So many 署名用 certificates of late, each step with its seconds. */
  private static void written(EntityManager entities, int number, int... seconds) {
    entities
        .createNativeQuery(
            """
            insert into madoguchi.card_writing (id, reception_number, position, type, card_serial,
              resident_id, subject_name, subject_address, last_day, transaction_id, state,
              certificate_serial, certificate_hash, begun_at, changed_at, key_requested_at,
              key_known_at, issued_at, activation_sent_at, active_at)
            select 1000000000 + coalesce((select max(id) from madoguchi.card_writing), 0) + n,
              'PACE-' || ?1 || '-' || n, 0, 'SIGNATURE', 'PACE', 1, '', '', date '2040-01-01',
              decode(md5('PACE-' || ?1 || '-' || n), 'hex'), 'ACTIVE', 'PACE',
              sha256('PACE'), t0, t0, t0,
              t0 + ?1 * interval '1 second',
              t0 + (?1 + ?2) * interval '1 second',
              t0 + (?1 + ?2 + ?3) * interval '1 second',
              t0 + (?1 + ?2 + ?3 + ?4) * interval '1 second'
            from (select n, timestamptz '2035-04-30 01:00:00Z' + n * interval '1 minute' as t0
              from generate_series(1, ?5) n) recent
            """)
        .setParameter(1, seconds[0])
        .setParameter(2, seconds[1])
        .setParameter(3, seconds[2])
        .setParameter(4, seconds[3])
        .setParameter(5, number)
        .executeUpdate();
  }

  private static void at(Consumer<EntityManager> work) {
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
