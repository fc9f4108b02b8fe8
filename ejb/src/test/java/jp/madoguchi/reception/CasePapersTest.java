package jp.madoguchi.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Function;
import jp.madoguchi.approval.Exceptions;
import jp.madoguchi.approval.jpa.JpaApprovals;
import jp.madoguchi.audit.Act;
import jp.madoguchi.eligibility.ApplicationKind;
import jp.madoguchi.eligibility.ReissueReason;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.fee.FeeBook;
import jp.madoguchi.fee.jpa.JpaFeeEntries;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.Certificates;
import jp.madoguchi.issuance.jpa.CertificateRepository;
import jp.madoguchi.letter.Letterheads;
import jp.madoguchi.letter.PaperText;
import jp.madoguchi.letter.Papers;
import jp.madoguchi.letter.PrintedPaper;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.reception.jpa.JpaApplications;
import jp.madoguchi.reception.jpa.JpaPaperChecks;
import jp.madoguchi.resident.Entries;
import jp.madoguchi.resident.jpa.EmbeddedResidentRegister;
import jp.madoguchi.settings.Settings;
import jp.madoguchi.testing.ActingAs;
import jp.madoguchi.testing.MovableClock;
import jp.madoguchi.testing.RecordedActs;
import jp.madoguchi.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The desk that prints, on the real tables; what a test does is taken back at its end. */
class CasePapersTest {

  private static final String NAME = "辻󠄀　花子";

  private final MovableClock clock = new MovableClock("2035-11-26T10:00");
  private final ActingAs clerk = ActingAs.somebody("clerk1", "CLERK");
  private final RecordedActs acts = new RecordedActs();
  private static long residentId;

  @BeforeAll
  static void aResidentWithARareName() {
    Entries.enter(Entries.named(Entries.aResident("PAPERS-1"), NAME, "ツジ　ハナコ"));
    residentId =
        TestDatabase.shared()
            .inTransaction(
                entities ->
                    ((Number)
                            entities
                                .createNativeQuery(
                                    "select id from madoguchi.resident where register_number = 'PAPERS-1'")
                                .getSingleResult())
                        .longValue());
  }

  @Test
  void aReceiptNamesTheApplicantAndIsRecorded() throws IOException {
    PrintedPaper paper =
        at(
            desk -> {
              ReceptionNumber number = desk.receive();
              desk.book.collect(number.value(), 200, 500);
              return desk.papers.receipt(number);
            });

    assertThat(PaperText.of(paper)).contains("辻󠄀 花子 様", "¥200", "お預り ¥500", "お釣り ¥300");
    Act printed = acts.all().get(acts.all().size() - 1);
    assertThat(printed.name()).isEqualTo("paper.printed");
    assertThat(printed.details()).containsEntry("paper", "RECEIPT");
  }

  @Test
  void aRefundSlipPointsToTheReceipt() throws IOException {
    PrintedPaper paper =
        at(
            desk -> {
              ReceptionNumber number = desk.receive();
              desk.book.collect(number.value(), 200, 200);
              desk.book.refund(number.value());
              return desk.papers.refundSlip(number);
            });

    assertThat(PaperText.of(paper)).contains("手数料還付票", "¥200", "元の領収書 No. ");
  }

  @Test
  void aSlipIsThereFromTheBeginning() throws IOException {
    PrintedPaper paper = at(desk -> desk.papers.receptionSlip(desk.receive()));

    assertThat(PaperText.of(paper)).contains("受付票", "再発行", "署名用電子証明書", "¥200");
  }

  @Test
  void aPaperThatIsNotDueIsRefusedAndNotRecorded() {
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(() -> at(desk -> desk.papers.receipt(desk.receive())))
        .satisfies(refused -> assertThat(refused.problem().code()).isEqualTo("paper-not-due"));
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(() -> at(desk -> desk.papers.certificates(desk.receive())))
        .satisfies(refused -> assertThat(refused.problem().code()).isEqualTo("paper-not-due"));
    assertThat(acts.all()).isEmpty();
  }

  @Test
  void theClosingListOfTheTablesAddsUp() {
    Closing closing =
        at(
            desk -> {
              ReceptionNumber issued = desk.receive();
              desk.book.collect(issued.value(), 200, 200);
              desk.applications.lock(issued).close(ApplicationState.ISSUED, clock.instant());
              ReceptionNumber withdrawn = desk.receive();
              desk.book.collect(withdrawn.value(), 200, 200);
              clock.moveTo("2035-11-27T10:00");
              desk.book.refund(withdrawn.value());
              desk.applications.lock(withdrawn).close(ApplicationState.WITHDRAWN, clock.instant());
              desk.closing.print(LocalDate.of(2035, 11, 27));
              return desk.closing.of(LocalDate.of(2035, 11, 26));
            });

    assertThat(closing.totals()).isEqualTo(new Closing.Totals(400, 0, 400, 200, 200));
    assertThat(closing.cases()).isEqualTo(new Closing.Cases(2, 1, 0, 0, 0, 1));
    assertThat(closing.inOrder()).isTrue();
    assertThat(acts.all().get(acts.all().size() - 1).details()).containsEntry("yen", "-200");
  }

  @Test
  void aDayToComeHasNoClosingList() {
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(() -> at(desk -> desk.closing.of(LocalDate.of(2035, 11, 27))))
        .satisfies(refused -> assertThat(refused.problem().code()).isEqualTo("day-to-come"));
  }

  /** The boundaries and what they work with. */
  private final class Desk {
    final JpaApplications applications;
    final FeeBook book;
    final CasePapers papers;
    final ClosingDesk closing;

    Desk(EntityManager entities) {
      JpaFeeEntries fees = new JpaFeeEntries(entities);
      Letterheads heads = new Letterheads(new Settings(), clock, clerk);
      applications = new JpaApplications(entities);
      book = new FeeBook(fees, clock, clerk, acts);
      papers =
          new CasePapers(
              applications,
              new EmbeddedResidentRegister(entities),
              book,
              new Certificates(new CertificateRepository(entities)),
              new JpaPaperChecks(entities),
              heads,
              Papers.press(),
              acts);
      Exceptions exceptions = new Exceptions(new JpaApprovals(entities), clock, clerk, acts);
      closing = new ClosingDesk(fees, applications, exceptions, heads, Papers.press(), clock, acts);
    }

    ReceptionNumber receive() {
      ReceptionNumber number = applications.nextNumber(2035);
      applications.add(
          new Application(
              number,
              new ApplicationForm(
                  residentId,
                  null,
                  ApplicationKind.REISSUANCE,
                  ReissueReason.LOSS,
                  Set.of(CertificateType.SIGNATURE),
                  Route.SELF,
                  ""),
              200,
              "clerk1",
              clock.instant()));
      return number;
    }
  }

  private <T> T at(Function<Desk, T> work) {
    try (EntityManager entities = TestDatabase.shared().entityManager()) {
      entities.getTransaction().begin();
      try {
        T result = work.apply(new Desk(entities));
        entities.flush();
        return result;
      } finally {
        entities.getTransaction().rollback();
      }
    }
  }
}
