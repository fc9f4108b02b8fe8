package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** A case that waits for the applicant's PINs, and a proxy's that waits for the reply form. */
final class WaitingCases implements Bystander {

  /**
   * Thirty days and more after a letter that is posted while the office is as the tests find it.
   */
  private static final String AFTER_THE_DUE_DATE = "2027-01-05T10:00:00+09:00";

  private static final Map<String, Object> PINS = Map.of("USER_AUTHENTICATION", "1357");

  private final Visit unanswered = Visit.of(39);
  private final Visit visit = Visit.of(32);

  @Override
  public void begins() {
    ProxyVisit.inThePost(unanswered);
    visit.apply("NEW", "USER_AUTHENTICATION");
    visit.cardPutOnReader().papersChecked().cardPresented();
  }

  @Override
  public void goesOn() {
    visit.cardPutOnReader().pinsEntered(PINS).written().handedOver();
    assertThat(
            Tables.count(
                "select count(*) from madoguchi.certificate where reception_number = ?",
                visit.receptionNumber()))
        .isEqualTo(1);
    assertThat(unanswered.look().get("status").asText()).isEqualTo("OPEN");
    Office.at(
        AFTER_THE_DUE_DATE,
        () ->
            Wait.until(
                "the deadline outlived the server (R-REPLY-DUE)",
                unanswered::look,
                seen -> seen.get("status").asText().equals("LAPSED")));
  }
}
