package jp.madoguchi.eligibility;

import static jp.madoguchi.eligibility.Applications.anAdultResident;
import static jp.madoguchi.eligibility.Applications.forUserAuthenticationOnly;
import static jp.madoguchi.eligibility.Applications.judged;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-FEE and R-FEE-ONCE. */
class FeeTest {

  @AfterEach
  void usualSettings() {
    System.clearProperty("madoguchi.fee.reissue");
  }

  @ParameterizedTest(name = "{0} {1}: {2} yen")
  @CsvSource({
    "NEW, , 0",
    "RENEWAL, , 0",
    "REISSUANCE, RECORD_CHANGE, 0", // issue after a lapse
    "REISSUANCE, LOSS, 200", // 紛失等
    "REISSUANCE, OTHER, 0",
    "REISSUANCE, , 200", // until the reason is known
  })
  void onlyAReissueForLossOrTheLikeCosts(ApplicationKind kind, ReissueReason reason, int yen) {
    assertThat(judged(anAdultResident().kind(kind).reissueReason(reason)).feeYen()).isEqualTo(yen);
  }

  @Test
  void twoCertificatesTogetherCostOneFee() {
    FactsBuilder both =
        anAdultResident().kind(ApplicationKind.REISSUANCE).reissueReason(ReissueReason.LOSS);
    assertThat(judged(both).notes())
        .extracting(Finding::rule)
        .containsExactly("R-FEE", "R-FEE-ONCE");
    assertThat(judged(forUserAuthenticationOnly(both)).feeYen()).isEqualTo(200);
    assertThat(judged(forUserAuthenticationOnly(both)).notes())
        .extracting(Finding::rule)
        .containsExactly("R-FEE");
  }

  @Test
  void theFeeIsASetting() {
    System.setProperty("madoguchi.fee.reissue", "300");
    Judgement judgement =
        judged(
            anAdultResident().kind(ApplicationKind.REISSUANCE).reissueReason(ReissueReason.LOSS));
    assertThat(judgement.feeYen()).isEqualTo(300);
    assertThat(judgement.notes().get(0).reason().toString()).contains("300円");
  }
}
