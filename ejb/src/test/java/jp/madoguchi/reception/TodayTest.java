package jp.madoguchi.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import jp.madoguchi.reception.Closing.Cases;
import org.junit.jupiter.api.Test;

/** The day so far, as the first page tells it. */
class TodayTest {

  private final OfficeDays office = new OfficeDays();

  @Test
  void aDayOnWhichNothingHappenedIsQuiet() {
    Today today = Today.of(office.closing(0), List.of());
    assertThat(today.quiet()).isTrue();
    assertThat(today.average()).isEmpty();
  }

  @Test
  void itCountsCasesCertificatesAndFeesOfTheDay() {
    Application paid = office.on(0).receive(true);
    office.pay(paid);
    office.close(paid, ApplicationState.ISSUED);
    Application open = office.receive(false);

    Today today = Today.of(office.closing(0), List.of(paid, open));
    assertThat(today.cases()).isEqualTo(new Cases(2, 1, 0, 0, 0, 1));
    assertThat(today.certificates()).isEqualTo(1);
    assertThat(today.netYen()).isEqualTo(200);
  }

  @Test
  void theMeanTimeIsOfCasesThatCameAndWentOnTheDay() {
    Application quick = office.on(0).receive(false);
    Application slow = office.receive(false);
    Application ofYesterday = office.receive(false);
    office.clock.moveTo(OfficeDays.MONDAY + "T10:10");
    office.close(quick, ApplicationState.ISSUED);
    office.clock.moveTo(OfficeDays.MONDAY + "T10:20");
    office.close(slow, ApplicationState.ISSUED);
    office.on(1).close(ofYesterday, ApplicationState.ISSUED);

    assertThat(Today.of(office.closing(0), List.of(quick, slow, ofYesterday)).average())
        .contains(Duration.ofMinutes(15));
    assertThat(Today.of(office.closing(1), List.of(ofYesterday)).average()).isEmpty();
  }
}
