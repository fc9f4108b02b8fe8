package jp.madoguchi.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.persistence.PersistenceException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import jp.madoguchi.expiry.NoticeChoice.Why;
import jp.madoguchi.expiry.jpa.StoredBundles;
import jp.madoguchi.expiry.jpa.StoredEndings;
import jp.madoguchi.expiry.jpa.StoredRuns;
import jp.madoguchi.issuance.CertificateOrder;
import jp.madoguchi.issuance.CertificateSerialNumber;
import jp.madoguchi.issuance.CertificateSubject;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.ChosenSettings;
import jp.madoguchi.issuance.TestAuthority;
import jp.madoguchi.letter.ExpiryNotice;
import jp.madoguchi.letter.ExpiryNotices;
import jp.madoguchi.letter.LetterState;
import jp.madoguchi.letter.Letterheads;
import jp.madoguchi.letter.NoticeBook;
import jp.madoguchi.letter.OfficeHours;
import jp.madoguchi.letter.Papers;
import jp.madoguchi.letter.Press;
import jp.madoguchi.letter.jpa.JpaExpiryNotices;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.reception.jpa.JpaApplications;
import jp.madoguchi.resident.Sex;
import jp.madoguchi.resident.jpa.EmbeddedResidentRegister;
import jp.madoguchi.settings.OfficeContact;
import jp.madoguchi.testing.ActingAs;
import jp.madoguchi.testing.BareKey;
import jp.madoguchi.testing.BoundEntityManager;
import jp.madoguchi.testing.StoredCase;
import org.junit.jupiter.api.Test;

/**
 * The night's run on the real tables and a real authority, chunk by chunk as the server's batch
 * drives it. Each test has a year of its own, for nights see everybody whose certificates end.
 */
class ExpiryNightTest {

  /** An office in a year, and the parts that the batch calls. */
  private static final class Office {

    final BoundEntityManager bound = new BoundEntityManager();
    final int year;
    final TestAuthority.Desk desk;
    final ChosenSettings settings = new ChosenSettings().with("expiry.notices", "true");
    final RunLedger ledger = new StoredRuns(bound.entityManager());
    final NoticeBundles bundles = new StoredBundles(bound.entityManager());
    final EndingCertificates endings = new StoredEndings(bound.entityManager());
    final ExpiryNotices notices = new JpaExpiryNotices(bound.entityManager());
    final NoticeChoices choices;
    final NoticePrinting printing;
    final ExpiryRuns runs;
    final NoticeBook book;

    Office(int year) {
      this(year, Papers.blankPress());
    }

    Office(int year, Press press) {
      this.year = year;
      desk =
          bound.inNewTransaction(
              () -> TestAuthority.shared().desk(bound.entityManager(), year + "-11-24T02:30"));
      ActingAs clerk = ActingAs.somebody("clerk1", "CLERK");
      EmbeddedResidentRegister register = new EmbeddedResidentRegister(bound.entityManager());
      choices =
          new NoticeChoices(
              register,
              desk.certificates,
              new JpaApplications(bound.entityManager()),
              notices,
              desk.clock);
      ExpirySettings chosen = new ExpirySettings(settings);
      printing =
          new NoticePrinting(
              ledger,
              bundles,
              notices,
              register,
              chosen,
              new Letterheads(settings, desk.clock, ActingAs.system()),
              new OfficeHours(settings),
              new OfficeContact(settings),
              press,
              desk.clock,
              desk.acts);
      runs = new ExpiryRuns(ledger, endings, chosen, desk.clock, ActingAs.system(), desk.acts);
      book = new NoticeBook(notices, desk.clock, clerk, desk.acts);
    }

    /** Somebody whose certificates of both types end in this window. */
    long holder() {
      return bound.inNewTransaction(
          () -> {
            String reception = StoredCase.of(bound.entityManager(), "SELF");
            Object resident =
                bound
                    .entityManager()
                    .createNativeQuery(
                        "update madoguchi.application set state = 'ISSUED', closed_at = now()"
                            + " where reception_number = ?1 returning resident_id")
                    .setParameter(1, reception)
                    .getSingleResult();
            long id = ((Number) resident).longValue();
            for (CertificateType type : CertificateType.values()) {
              CertificateSerialNumber serial =
                  desk.authority.plan(
                      new CertificateOrder(
                          type,
                          BareKey.draw(),
                          new CertificateSubject(
                              id, "見本　一郎", LocalDate.of(1980, 2, 17), Sex.MALE, "神奈川県厚木市見本町3丁目"),
                          LocalDate.of(year + 1, 2, 17),
                          reception));
              desk.authority.issue(serial);
              desk.authority.publish(serial);
            }
            return id;
          });
    }

    List<Long> holders(int number) {
      return IntStream.range(0, number).mapToObj(each -> holder()).toList();
    }

    ExpiryRun night() {
      return bound.inNewTransaction(() -> runs.openNight("node1")).orElseThrow();
    }

    /** A chunk of two, as the batch reads, chooses and writes it in one transaction. */
    int chunk(ExpiryRun run, Runnable beforeTheCommit) {
      return bound.inNewTransaction(
          () -> {
            ExpiryRun now = runs.now(run.id());
            List<NoticeChoice> seenTo =
                endings
                    .holders(
                        desk.clock.instant(),
                        ExpiryRuns.endOf(now.endsUntil()),
                        now.lastHolder(),
                        2)
                    .stream()
                    .map(holder -> choices.of(holder, now.endsUntil()))
                    .toList();
            if (!seenTo.isEmpty()) {
              printing.print(run.id(), run.attempt(), seenTo);
            }
            beforeTheCommit.run();
            return seenTo.size();
          });
    }

    void toTheEnd(ExpiryRun run) {
      while (chunk(run, () -> {}) > 0) {
        // the next one
      }
      bound.inNewTransaction(
          () -> {
            runs.end(run.id(), run.attempt(), RunState.DONE, null);
            return null;
          });
    }

    ExpiryRun now(ExpiryRun run) {
      return bound.inNewTransaction(() -> ledger.find(run.id())).orElseThrow();
    }

    List<ExpiryNotice> to(long holder) {
      return bound.inNewTransaction(
          () ->
              bound
                  .entityManager()
                  .createQuery(
                      "select n from ExpiryNotice n where n.residentId = :holder order by n.bundle",
                      ExpiryNotice.class)
                  .setParameter("holder", holder)
                  .getResultList());
    }

    void change(String statement, long holder) {
      bound.inNewTransaction(
          () ->
              bound
                  .entityManager()
                  .createNativeQuery(statement)
                  .setParameter(1, holder)
                  .executeUpdate());
    }
  }

  @Test
  void everyHolderGetsOneNoticeAndTheNextNightNone() {
    Office office = new Office(2034, Papers.press());
    List<Long> holders = office.holders(3);
    ExpiryRun run = office.night();
    assertThat(run.holders()).isEqualTo(3);
    assertThat(office.bound.inNewTransaction(() -> office.runs.openNight("node2")))
        .as("one node at a time, one run a night")
        .isEmpty();
    office.toTheEnd(run);
    ExpiryRun ended = office.now(run);
    assertThat(ended.state()).isEqualTo(RunState.DONE);
    assertThat(ended.examined()).isEqualTo(3);
    assertThat(ended.printed()).isEqualTo(3);
    assertThat(ended.percent()).isEqualTo(100);
    for (long holder : holders) {
      assertThat(office.to(holder)).hasSize(1);
      assertThat(office.to(holder).get(0).lastDay()).isEqualTo(LocalDate.of(2035, 2, 17));
      assertThat(office.to(holder).get(0).state()).isEqualTo(LetterState.PRINTED);
    }
    assertThat(office.bound.inNewTransaction(() -> office.runs.openNight("node1"))).isEmpty();
    office.desk.clock.moveTo("2034-11-25T02:29");
    assertThat(office.bound.inNewTransaction(() -> office.runs.openNight("node1")))
        .as("its time has not come")
        .isEmpty();
    office.desk.clock.moveTo("2034-11-25T02:30");
    assertThat(office.night().holders()).isZero();
    office.bound.inNewTransaction(
        () -> {
          office.runs.endLost("node1");
          return null;
        });
    assertThat(office.desk.acts.names())
        .contains("expiry.run-started", "expiry-notice.printed", "expiry.run-ended");
  }

  @Test
  void whatBreaksOffInTheMiddleGoesOnThereAndNothingIsPrintedTwice() {
    Office office = new Office(2035);
    List<Long> holders = office.holders(5);
    ExpiryRun first = office.night();
    office.chunk(first, () -> {});
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                office.chunk(
                    first,
                    () -> {
                      throw new IllegalStateException("killed before the commit");
                    }));
    assertThat(office.now(first).printed()).as("kept with its bundle").isEqualTo(2);

    // the server is started again
    office.bound.inNewTransaction(
        () -> {
          office.runs.endLost("node1");
          return null;
        });
    assertThat(office.now(first).state()).isEqualTo(RunState.INTERRUPTED);
    ExpiryRun second =
        office.bound.inNewTransaction(() -> office.runs.takeUp(first.id(), "node2")).orElseThrow();
    assertThat(second.attempt()).isEqualTo(2);
    assertThatIllegalStateException()
        .as("an attempt that was given up and goes on all the same")
        .isThrownBy(() -> office.chunk(first, () -> {}));
    office.toTheEnd(second);
    assertThat(office.now(first).printed()).isEqualTo(5);
    assertThat(office.now(first).examined()).isEqualTo(5);
    assertThat(holders).allSatisfy(holder -> assertThat(office.to(holder)).hasSize(1));
  }

  /** Whatever a program forgets, the table keeps to one notice for a certificate. */
  @Test
  void theTableRefusesASecondNotice() {
    Office office = new Office(2036);
    long holder = office.holder();
    ExpiryRun run = office.night();
    List<NoticeChoice> seen = new ArrayList<>();
    office.bound.inNewTransaction(() -> seen.add(office.choices.of(holder, run.endsUntil())));
    office.toTheEnd(run);
    ExpiryRun again =
        office.bound.inNewTransaction(() -> office.runs.openByHand("node1")).orElseThrow();
    assertThatExceptionOfType(PersistenceException.class)
        .isThrownBy(
            () ->
                office.bound.inNewTransaction(
                    () -> {
                      office.printing.print(again.id(), again.attempt(), seen);
                      return null;
                    }))
        .withMessageContaining("expiry_notice_once");
    office.toTheEnd(again);
    assertThat(office.to(holder)).hasSize(1);
  }

  @Test
  void whatIsToStopDoesNotGoOnAndCanBeTakenUp() {
    Office office = new Office(2037);
    office.holders(3);
    ExpiryRun run = office.night();
    office.chunk(run, () -> {});
    assertThat(office.bound.inNewTransaction(() -> office.runs.askToStop(run.id()))).isTrue();
    assertThat(office.now(run).state()).isEqualTo(RunState.STOPPING);
    office.bound.inNewTransaction(
        () -> {
          office.runs.end(run.id(), run.attempt(), RunState.STOPPED, null);
          return null;
        });
    ExpiryRun taken =
        office.bound.inNewTransaction(() -> office.runs.takeUp(run.id(), "node1")).orElseThrow();
    office.toTheEnd(taken);
    assertThat(office.now(run).printed()).isEqualTo(3);
  }

  @Test
  void aNoticeIsNotPostedAgainstWhatTheRegisterSaysNow() {
    Office office = new Office(2038);
    List<Long> holders = office.holders(3);
    office.toTheEnd(office.night());
    ExpiryNotice moved = office.to(holders.get(0)).get(0);
    ExpiryNotice died = office.to(holders.get(1)).get(0);
    ExpiryNotice stays = office.to(holders.get(2)).get(0);
    office.change(
        "update madoguchi.resident set address = '神奈川県厚木市別町1丁目' where id = ?1", holders.get(0));
    office.change(
        "update madoguchi.resident set status = 'DECEASED', died_on = date '2038-11-24' where id ="
            + " ?1",
        holders.get(1));
    assertThat(office.bound.<Why>inNewTransaction(() -> office.choices.against(moved)))
        .isEqualTo(Why.READDRESSED);
    assertThat(office.bound.<Why>inNewTransaction(() -> office.choices.against(died)))
        .isEqualTo(Why.DECEASED);
    assertThat(office.bound.<Why>inNewTransaction(() -> office.choices.against(stays))).isNull();
    office.bound.inNewTransaction(
        () -> {
          office.book.takeOut(
              office.notices.lock(moved.code()).orElseThrow(), Why.READDRESSED.name());
          return null;
        });
    office.desk.clock.moveTo("2038-11-25T02:30");
    office.toTheEnd(office.night());
    assertThat(office.to(holders.get(0)))
        .as("another one to the new address, the first taken out")
        .extracting(ExpiryNotice::state)
        .containsExactly(LetterState.VOID, LetterState.PRINTED);
    assertThat(office.to(holders.get(2))).hasSize(1);
  }

  /** R-PROXY-NOTICE: of this applicant, posted, in date, and once. */
  @Test
  void theReplyFormIsTakenOnceAndOnlyOfThisApplicantInDate() {
    Office office = new Office(2039);
    long holder = office.holder();
    office.toTheEnd(office.night());
    ExpiryNotice notice = office.to(holder).get(0);
    String code = notice.code().value();
    String reception =
        office.bound.inNewTransaction(() -> StoredCase.of(office.bound.entityManager(), "PROXY"));
    refused(office, "0000-0000-0000X", holder, "notice-code");
    refused(office, code, holder, "notice-printed");
    office.bound.inNewTransaction(
        () -> {
          office.book.post(office.notices.lock(notice.code()).orElseThrow());
          return null;
        });
    refused(office, code, holder + 1, "notice-other-person");
    office.desk.clock.moveTo("2040-02-18T10:00");
    refused(office, code, holder, "notice-overdue");
    office.desk.clock.moveTo("2040-02-17T10:00");
    office.bound.inNewTransaction(
        () -> {
          office.book.answered(code, holder, reception);
          return null;
        });
    refused(office, code, holder, "notice-answered");
    assertThat(office.to(holder).get(0).receptionNumber()).contains(reception);
  }

  private static void refused(Office office, String code, long holder, String problem) {
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(
            () ->
                office.bound.inNewTransaction(
                    () -> {
                      office.book.answered(code, holder, "2026-000001-1");
                      return null;
                    }))
        .satisfies(refusal -> assertThat(refusal.problem().code()).isEqualTo(problem));
  }

  @Test
  void theListShowsWhatEndsInTheOrderOfTheEndWithWhatHasHappened() {
    Office office = new Office(2033);
    List<Long> holders = office.holders(3);
    ExpiryRun run = office.night();
    office.chunk(run, () -> {});
    office.bound.inNewTransaction(
        () -> {
          office.runs.endLost("node1");
          return null;
        });
    office.change(
        "update madoguchi.application set state = 'OPEN', closed_at = null where resident_id = ?1",
        holders.get(2));
    List<EndingCertificate> all = find(office, null, null, null, 100);
    assertThat(all).hasSize(6);
    assertThat(all)
        .allSatisfy(one -> assertThat(one.lastDay()).isEqualTo(LocalDate.of(2034, 2, 17)));
    assertThat(find(office, null, EndingQuery.Standing.NOTICED, null, 100)).hasSize(4);
    assertThat(find(office, null, EndingQuery.Standing.APPLIED, null, 100))
        .hasSize(2)
        .allSatisfy(one -> assertThat(one.openCase()).isNotNull());
    assertThat(find(office, null, EndingQuery.Standing.NOTHING, null, 100)).isEmpty();
    assertThat(find(office, CertificateType.SIGNATURE, null, null, 100)).hasSize(3);
    List<EndingCertificate> first = find(office, null, null, null, 4);
    EndingCertificate last = first.get(3);
    assertThat(find(office, null, null, new EndingQuery.Place(last.notAfter(), last.serial()), 4))
        .containsExactlyElementsOf(all.subList(4, 6));
    assertThat(Set.copyOf(all)).hasSize(6);
  }

  private static List<EndingCertificate> find(
      Office office,
      CertificateType type,
      EndingQuery.Standing standing,
      EndingQuery.Place after,
      int limit) {
    return office.bound.inNewTransaction(
        () ->
            office.endings.find(
                new EndingQuery(
                    type,
                    standing,
                    office.desk.clock.instant(),
                    ExpiryRuns.endOf(LocalDate.of(2034, 2, 23)),
                    after,
                    limit)));
  }
}
