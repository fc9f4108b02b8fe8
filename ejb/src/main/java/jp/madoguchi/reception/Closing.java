package jp.madoguchi.reception;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import jp.madoguchi.fee.FeeEntry;

/**
 * A day's closing list (日計表, R-FEE-BOOK): what was collected and given back against its receipts,
 * what became of the day's cases, and why the two differ.
 *
 * @param fees in the order of their receipts
 * @param exceptions what a supervisor allowed, in the order in which it was asked for
 * @param allowed how often each kind of exception was allowed
 * @param differences one for each case whose money and outcome do not fall on the same day
 */
public record Closing(
    LocalDate day,
    List<Fee> fees,
    Receipts receipts,
    Totals totals,
    Cases cases,
    List<Exceptional> exceptions,
    List<Allowed> allowed,
    List<Difference> differences) {

  /** A line of the fee book. */
  public record Fee(
      long receiptNumber,
      String receptionNumber,
      FeeEntry.Kind kind,
      int amountYen,
      String enteredBy,
      OffsetDateTime enteredAt) {}

  /**
   * The receipts of the day.
   *
   * @param first null on a day without any
   * @param ofOtherDays between first and last, but entered on another day
   * @param missing between first and last, and in no book at all; there should be none
   */
  public record Receipts(Long first, Long last, List<Long> ofOtherDays, List<Long> missing) {

    public Receipts {
      ofOtherDays = List.copyOf(ofOtherDays);
      missing = List.copyOf(missing);
    }
  }

  /**
   * The sums. {@code netYen} is {@code collectedYen} less {@code refundedYen}, and it is {@code
   * dueYen} and {@code differenceYen} together.
   *
   * @param dueYen the fees of the cases that were issued on this day
   * @param differenceYen what the differences come to
   */
  public record Totals(
      long collectedYen, long refundedYen, long netYen, long dueYen, long differenceYen) {}

  /**
   * What became of cases on this day.
   *
   * @param open of those received, how many were not closed by the end of it
   */
  public record Cases(int received, int issued, int withdrawn, int refused, int lapsed, int open) {}

  /**
   * What was allowed by a second person: a case though a rule was against it, or the release of a
   * card that was reported lost.
   *
   * @param receptionNumber null where it is about a lost card
   * @param lostCard such as {@code K-12}; null where it is about a case
   * @param rule such as {@code R-OUT-OF-HOURS}; for a lost card {@code R-SECOND-PERSON}
   * @param reason the approver's
   * @param asker the login of whoever asked for it
   * @param approver the login of whoever allowed it, another person (R-SECOND-PERSON)
   */
  public record Exceptional(
      String receptionNumber,
      String lostCard,
      String rule,
      String reason,
      String asker,
      String approver) {

    /** Of what it was allowed. */
    public String subject() {
      return receptionNumber == null ? lostCard : receptionNumber;
    }
  }

  /** How often something was allowed by a second person. */
  public record Allowed(String rule, int count) {}

  /**
   * What the day's money of a case has more, or less, than its outcome of that day asks for.
   *
   * @param yen more than zero: taken and not yet due; less: due or given back from another day
   */
  public record Difference(String receptionNumber, Why why, long yen) {}

  /** Why money and outcome of a case differ on a day. */
  public enum Why {
    /** Paid on this day; the certificates were not yet issued when it ended. */
    PAID_NOT_ISSUED,
    /** Issued on this day, paid on another. */
    PAID_ON_ANOTHER_DAY,
    /** Given back on this day, paid on another. */
    REFUND_OF_ANOTHER_DAY,
    /** Ended on this day without a refund, since a certificate had been issued. */
    KEPT,
    /** Nothing in the books explains it; it is to be looked into. */
    UNEXPLAINED
  }

  public Closing {
    fees = List.copyOf(fees);
    exceptions = List.copyOf(exceptions);
    allowed = List.copyOf(allowed);
    differences = List.copyOf(differences);
  }

  /** Whether every receipt is there and every difference has its reason. */
  public boolean inOrder() {
    return receipts.missing().isEmpty()
        && differences.stream().noneMatch(one -> one.why() == Why.UNEXPLAINED);
  }
}
