package jp.madoguchi.reception;

import static org.assertj.core.api.Assertions.assertThat;

import jp.madoguchi.fee.FeeEntry;
import jp.madoguchi.reception.Closing.Allowed;
import jp.madoguchi.reception.Closing.Cases;
import jp.madoguchi.reception.Closing.Difference;
import jp.madoguchi.reception.Closing.Exceptional;
import jp.madoguchi.reception.Closing.Receipts;
import jp.madoguchi.reception.Closing.Totals;
import jp.madoguchi.reception.Closing.Why;
import org.junit.jupiter.api.Test;

/** R-FEE-BOOK: the day's closing list adds up. */
class ClosingTest {

  private final OfficeDays office = new OfficeDays();

  @Test
  void aDayWithoutCasesIsEmptyAndInOrder() {
    Closing closing = office.closing(0);

    assertThat(closing.totals()).isEqualTo(new Totals(0, 0, 0, 0, 0));
    assertThat(closing.receipts().first()).isNull();
    assertThat(closing.inOrder()).isTrue();
  }

  @Test
  void whatIsPaidAndIssuedOnOneDayNeedsNoExplanation() {
    Application one = office.on(0).receive(true);
    office.pay(one);
    office.close(one, ApplicationState.ISSUED);

    assertThat(office.closing(0).totals()).isEqualTo(new Totals(200, 0, 200, 200, 0));
    assertThat(office.closing(0).differences()).isEmpty();
  }

  @Test
  void whatIsPaidButNotYetIssuedIsExplainedOnBothDays() {
    Application one = office.on(0).receive(true);
    office.pay(one);
    office.on(1).close(one, ApplicationState.ISSUED);

    assertThat(office.closing(0).differences())
        .containsExactly(difference(one, Why.PAID_NOT_ISSUED, 200));
    assertThat(office.closing(1).differences())
        .containsExactly(difference(one, Why.PAID_ON_ANOTHER_DAY, -200));
  }

  @Test
  void aRefundOfAnotherDaysPaymentIsExplained() {
    Application one = office.on(0).receive(true);
    office.pay(one);
    office.on(1).refund(one);
    office.close(one, ApplicationState.WITHDRAWN);

    Closing closing = office.closing(1);
    assertThat(closing.totals()).isEqualTo(new Totals(0, 200, -200, 0, -200));
    assertThat(closing.differences())
        .containsExactly(difference(one, Why.REFUND_OF_ANOTHER_DAY, -200));
  }

  @Test
  void aFeeThatWasKeptAfterAWithdrawalIsExplained() {
    Application one = office.on(0).receive(true);
    office.pay(one);
    office.close(one, ApplicationState.WITHDRAWN);

    assertThat(office.closing(0).differences()).containsExactly(difference(one, Why.KEPT, 200));
  }

  @Test
  void aCaseThatWasIssuedWithoutAReceiptIsNotInOrder() {
    Application one = office.on(0).receive(true);
    office.close(one, ApplicationState.ISSUED);

    assertThat(office.closing(0).differences())
        .containsExactly(difference(one, Why.UNEXPLAINED, -200));
    assertThat(office.closing(0).inOrder()).isFalse();
  }

  @Test
  void aReceiptThatIsGoneFromTheBookIsMissed() {
    office.on(0).pay(office.receive(true));
    FeeEntry lost = office.pay(office.receive(true));
    office.pay(office.receive(true));
    office.entries.lose(lost);

    assertThat(office.closing(0).receipts().missing()).containsExactly(lost.receiptNumber());
    assertThat(office.closing(0).inOrder()).isFalse();
  }

  @Test
  void aReceiptOfAnotherDayAmongThoseOfTheDayIsNamedAndNotMissed() {
    office.on(0).pay(office.receive(true));
    FeeEntry other = office.on(3).pay(office.receive(true));
    office.on(0).pay(office.receive(true));

    Receipts receipts = office.closing(0).receipts();
    assertThat(receipts.ofOtherDays()).containsExactly(other.receiptNumber());
    assertThat(receipts.missing()).isEmpty();
  }

  @Test
  void casesAreCountedOnTheDayOnWhichSomethingBecameOfThem() {
    office.on(0);
    office.close(office.receive(false), ApplicationState.ISSUED);
    office.close(office.receive(false), ApplicationState.REFUSED);
    Application later = office.receive(false);
    office.on(1).close(later, ApplicationState.WITHDRAWN);

    assertThat(office.closing(0).cases()).isEqualTo(new Cases(3, 1, 0, 1, 0, 1));
    assertThat(office.closing(1).cases()).isEqualTo(new Cases(0, 0, 1, 0, 0, 0));
  }

  @Test
  void aCaseOutOfHoursStandsThereWithReasonAndApprover() {
    Application one = office.on(0).receiveOutOfHours(false, "17時10分に来庁");
    office.receive(false);

    assertThat(office.closing(0).exceptions())
        .containsExactly(
            new Exceptional(
                one.receptionNumber().value(),
                null,
                "R-OUT-OF-HOURS",
                "17時10分に来庁",
                "clerk1",
                "supervisor1"));
  }

  /** R-SECOND-PERSON: what was asked for and not granted stands nowhere. */
  @Test
  void aLostCardThatWasReleasedStandsThereAndIsCounted() {
    office.on(0).receiveOutOfHours(false, "17時10分に来庁");
    office.release(office.findLostCard(12, "駅で見つかった"), "カードを確かめた");
    office.findLostCard(13, "家で見つかった");

    Closing closing = office.closing(0);
    assertThat(closing.exceptions())
        .last()
        .isEqualTo(
            new Exceptional(null, "K-12", "R-SECOND-PERSON", "カードを確かめた", "clerk1", "supervisor1"));
    assertThat(closing.allowed())
        .containsExactly(new Allowed("R-OUT-OF-HOURS", 1), new Allowed("R-SECOND-PERSON", 1));
    assertThat(office.closing(1).exceptions()).isEmpty();
  }

  private static Difference difference(Application one, Why why, long yen) {
    return new Difference(one.receptionNumber().value(), why, yen);
  }
}
