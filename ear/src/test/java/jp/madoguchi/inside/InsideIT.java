package jp.madoguchi.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import jp.madoguchi.calendar.OfficeClockSetting;
import jp.madoguchi.eligibility.ApplicationKind;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.reception.ApplicationForm;
import jp.madoguchi.reception.Reception;
import jp.madoguchi.reception.Reception.Received;
import jp.madoguchi.reception.ReceptionDesk;
import jp.madoguchi.reception.WorkList;
import jp.madoguchi.staff.StaffAdministration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What only somebody inside the running server can see: who is let in, and what is one. */
@ExtendWith(ArquillianExtension.class)
class InsideIT {

  /** A Tuesday on which the counter is open, at ten in the morning. */
  private static final Instant OPEN = Instant.parse("2026-11-24T01:00:00Z");

  private static final String APPLICATIONS =
      "select count(*) from madoguchi.application where reception_number = ?";
  private static final String PROCESSES =
      "select count(*) from engine.act_ru_execution"
          + " where business_key_ = ? and parent_id_ is null and super_exec_ is null";

  /** The transaction of the database that wrote the row. */
  private static final String WRITER_OF_APPLICATION =
      "select xmin::text::bigint from madoguchi.application where reception_number = ?";

  private static final String WRITER_OF_PROCESS =
      "select xmin::text::bigint from engine.act_hi_procinst where business_key_ = ?";

  @EJB private AsClerk clerk;
  @EJB private AsAuditor auditor;
  @Inject private Store store;
  @Inject private DiagramOfTests diagram;
  @Resource private UserTransaction transaction;

  @Deployment
  static WebArchive besideTheCounter() {
    return Beside.theCounter().addClasses(Store.class, DiagramOfTests.class);
  }

  @BeforeEach
  void theOfficeIsOpen() {
    clockStandsAt(OPEN);
  }

  @Test
  void aBoundaryRefusesACallerWithoutItsRole() {
    assertRefused(() -> Beside.boundary(WorkList.class).due());
    assertRefused(() -> Beside.boundary(StaffAdministration.class).all());
    assertThat(clerk.<Throwable>does(() -> caught(Beside.boundary(StaffAdministration.class)::all)))
        .isInstanceOf(EJBAccessException.class);
    assertThat(auditor.<Throwable>does(() -> caught(() -> receive("KENSHU000000197"))))
        .isInstanceOf(EJBAccessException.class);
    assertThat(clerk.<Throwable>does(() -> caught(Beside.boundary(WorkList.class)::due))).isNull();
  }

  @Test
  void aCaseAndItsProcessAreWrittenByOneTransactionOfTheDatabase() {
    String number = clerk.does(() -> receive("KENSHU000000198"));
    assertThat(store.number(WRITER_OF_APPLICATION, number))
        .isPositive()
        .isEqualTo(store.number(WRITER_OF_PROCESS, number));
  }

  @Test
  void aCallersTransactionTakesBothBackWhenItIsRolledBack() throws Exception {
    transaction.begin();
    String number;
    try {
      number = clerk.does(() -> receive("KENSHU000000199"));
      assertThat(store.number(APPLICATIONS, number)).isEqualTo(1);
      assertThat(store.number(PROCESSES, number)).isEqualTo(1);
    } finally {
      transaction.rollback();
    }
    assertThat(store.number(APPLICATIONS, number)).isZero();
    assertThat(store.number(PROCESSES, number)).isZero();
  }

  @Test
  void everyBeanThatADiagramNamesIsThere() {
    assertThat(diagram.namesInTheDiagrams())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(diagram.bean(name)).as(name).isNotNull());
  }

  @Test
  void aTimerIsDueWhenTheOfficesClockSaysSo() {
    try (DiagramOfTests.Waiting waiting = diagram.waitsFor(Duration.ofHours(2))) {
      assertThat(waiting.stillWaitsAfter(Duration.ofSeconds(1))).isTrue();
      clockStandsAt(OPEN.plus(Duration.ofHours(3)));
      assertThat(waiting.stillWaitsAfter(Duration.ofSeconds(20))).isFalse();
    } finally {
      clockStandsAt(OPEN);
    }
  }

  private String receive(String card) {
    long resident =
        store.number("select resident_id from madoguchi.resident_card where serial = ?", card);
    Reception answer =
        Beside.boundary(ReceptionDesk.class)
            .receive(
                new ApplicationForm(
                    resident,
                    card,
                    ApplicationKind.NEW,
                    null,
                    Set.of(CertificateType.USER_AUTHENTICATION),
                    Route.SELF,
                    ""),
                null);
    return ((Received) answer).receptionNumber().value();
  }

  private void clockStandsAt(Instant moment) {
    clerk.does(() -> Beside.boundary(OfficeClockSetting.class).moveTo(moment));
  }

  private static void assertRefused(ThrowingCallable act) {
    assertThat(catchThrowable(act)).isInstanceOf(EJBAccessException.class);
  }

  private static Throwable caught(ThrowingCallable act) {
    return catchThrowable(act);
  }
}
