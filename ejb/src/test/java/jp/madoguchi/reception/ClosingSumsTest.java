package jp.madoguchi.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import jp.madoguchi.fee.FeeEntry;
import jp.madoguchi.reception.Closing.Fee;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** R-FEE-BOOK, for any week of an office: the closing lists add up, each and together. */
class ClosingSumsTest {

  private static final int DAYS = 5;

  /** How a case of the week ends. */
  enum End {
    OPEN,
    ISSUED,
    WITHDRAWN_AND_REFUNDED,
    WITHDRAWN_AND_KEPT,
    REFUSED
  }

  /** A case of the week: received, paid where there is a fee, and ended, on these days. */
  record Story(boolean fee, int received, int paid, int ended, End end) {}

  @Property(tries = 300)
  void everyDayAddsUpAndEveryDifferenceHasAReason(@ForAll("weeks") List<Story> week) {
    OfficeDays office = lived(week);

    for (int day = 0; day < DAYS; day++) {
      Closing closing = office.closing(day);
      Closing.Totals totals = closing.totals();
      assertThat(totals.netYen()).isEqualTo(sum(closing.fees()));
      assertThat(totals.netYen()).isEqualTo(totals.collectedYen() - totals.refundedYen());
      assertThat(totals.netYen()).isEqualTo(totals.dueYen() + totals.differenceYen());
      assertThat(closing.inOrder()).isTrue();
    }
  }

  @Property(tries = 300)
  void theWeeksListsTogetherAreTheWholeFeeBook(@ForAll("weeks") List<Story> week) {
    OfficeDays office = lived(week);
    List<Closing> closings = IntStream.range(0, DAYS).mapToObj(office::closing).toList();
    List<Long> receipts =
        closings.stream().flatMap(one -> one.fees().stream()).map(Fee::receiptNumber).toList();

    assertThat(receipts).isEqualTo(LongStream.rangeClosed(1, receipts.size()).boxed().toList());
    assertThat(closings.stream().mapToLong(one -> one.totals().netYen()).sum())
        .isEqualTo(week.stream().mapToLong(ClosingSumsTest::keptYen).sum());
    assertThat(closings.stream().mapToInt(one -> one.cases().received()).sum())
        .isEqualTo(week.size());
    assertThat(closings.stream().mapToInt(one -> one.cases().issued()).sum())
        .isEqualTo((int) week.stream().filter(one -> one.end() == End.ISSUED).count());
  }

  /** What the office has of a case at the end of the week. */
  private static long keptYen(Story one) {
    boolean givenBack = one.end() == End.WITHDRAWN_AND_REFUNDED || one.end() == End.REFUSED;
    return one.fee() && !givenBack ? 200 : 0;
  }

  private static long sum(List<Fee> fees) {
    return fees.stream()
        .mapToLong(
            fee -> fee.kind() == FeeEntry.Kind.COLLECTED ? fee.amountYen() : -fee.amountYen())
        .sum();
  }

  /** Lives through the week day by day, so that receipts are numbered as they are given. */
  private static OfficeDays lived(List<Story> week) {
    OfficeDays office = new OfficeDays();
    List<Application> cases = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      office.on(day);
      for (Story one : week) {
        if (one.received() == day) {
          cases.add(office.receive(one.fee()));
        }
      }
    }
    List<Story> inOrder =
        IntStream.range(0, DAYS)
            .boxed()
            .flatMap(day -> week.stream().filter(one -> one.received() == day))
            .toList();
    for (int day = 0; day < DAYS; day++) {
      office.on(day);
      for (int i = 0; i < inOrder.size(); i++) {
        act(office, inOrder.get(i), cases.get(i), day);
      }
    }
    return office;
  }

  private static void act(OfficeDays office, Story story, Application one, int day) {
    if (story.fee() && story.paid() == day) {
      office.pay(one);
    }
    if (story.ended() != day || story.end() == End.OPEN) {
      return;
    }
    switch (story.end()) {
      case ISSUED -> office.close(one, ApplicationState.ISSUED);
      case REFUSED -> {
        office.refund(one);
        office.close(one, ApplicationState.REFUSED);
      }
      case WITHDRAWN_AND_REFUNDED -> {
        office.refund(one);
        office.close(one, ApplicationState.WITHDRAWN);
      }
      default -> office.close(one, ApplicationState.WITHDRAWN);
    }
  }

  @Provide
  Arbitrary<List<Story>> weeks() {
    Arbitrary<Integer> days = Arbitraries.integers().between(0, DAYS - 1);
    return Combinators.combine(
            Arbitraries.of(true, false), days, days, days, Arbitraries.of(End.class))
        .as(ClosingSumsTest::story)
        .list()
        .ofMaxSize(25);
  }

  /** Puts the days in the order in which they can only be. */
  private static Story story(boolean fee, int one, int other, int third, End end) {
    int[] days = IntStream.of(one, other, third).sorted().toArray();
    return new Story(fee, days[0], days[1], days[2], end);
  }
}
