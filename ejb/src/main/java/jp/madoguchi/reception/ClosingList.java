package jp.madoguchi.reception;

import io.jstach.jstache.JStache;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jp.madoguchi.calendar.Wareki;
import jp.madoguchi.fee.FeeEntry;
import jp.madoguchi.letter.Letterhead;
import jp.madoguchi.letter.Paper;
import jp.madoguchi.letter.PaperDates;
import jp.madoguchi.letter.Receipt;
import jp.madoguchi.letter.Yen;
import jp.madoguchi.text.Texts;

/** The closing list on paper (日計表). */
@JStache(path = "jp/madoguchi/reception/closing-list.html")
record ClosingList(
    Letterhead head,
    String day,
    List<Line> fees,
    String receipts,
    List<String> missing,
    List<Sum> reconciliation,
    String collected,
    String refunded,
    String net,
    List<Count> cases,
    List<Line> differences,
    List<Allowed> exceptions,
    List<Count> allowed,
    boolean inOrder)
    implements Paper {

  /** A line about one case. */
  record Line(
      String number, String receptionNumber, String time, String what, String who, String yen) {}

  /** A sum with its name. */
  record Sum(String what, String yen) {}

  /** What was allowed though a rule was against it. */
  record Allowed(String subject, String what, String reason, String asker, String approver) {}

  /** A number of cases with its name. */
  record Count(String what, int number) {}

  static ClosingList of(Letterhead head, Closing closing) {
    Closing.Totals totals = closing.totals();
    return new ClosingList(
        head,
        new Wareki(closing.day()).text(),
        closing.fees().stream().map(ClosingList::line).toList(),
        receipts(closing.receipts()),
        closing.receipts().missing().stream().map(Receipt::number).toList(),
        reconciliation(totals),
        Yen.figures(totals.collectedYen()),
        Yen.figures(-totals.refundedYen()),
        Yen.figures(totals.netYen()),
        cases(closing.cases()),
        closing.differences().stream().map(ClosingList::line).toList(),
        closing.exceptions().stream().map(ClosingList::allowed).toList(),
        closing.allowed().stream().map(ClosingList::count).toList(),
        closing.inOrder());
  }

  /** Whether there is a difference to explain. */
  boolean explained() {
    return !differences.isEmpty();
  }

  /** Whether anything was allowed as an exception. */
  boolean exceptional() {
    return !exceptions.isEmpty();
  }

  private static Line line(Closing.Fee fee) {
    boolean collected = fee.kind() == FeeEntry.Kind.COLLECTED;
    return new Line(
        Receipt.number(fee.receiptNumber()),
        fee.receptionNumber(),
        PaperDates.time(fee.enteredAt().toInstant()),
        text("closing.kind." + fee.kind()),
        fee.enteredBy(),
        Yen.figures(collected ? fee.amountYen() : -fee.amountYen()));
  }

  private static Line line(Closing.Difference difference) {
    return new Line(
        "",
        difference.receptionNumber(),
        "",
        text("closing.why." + difference.why()),
        "",
        Yen.figures(difference.yen()));
  }

  private static Allowed allowed(Closing.Exceptional one) {
    return new Allowed(
        one.subject(),
        text("closing.exception." + one.rule()),
        one.reason(),
        one.asker(),
        one.approver());
  }

  private static Count count(Closing.Allowed one) {
    return new Count(text("closing.exception." + one.rule()), one.count());
  }

  private static String receipts(Closing.Receipts receipts) {
    if (receipts.first() == null) {
      return text("closing.receipts.none");
    }
    String range =
        text(
            "closing.receipts.range",
            Receipt.number(receipts.first()),
            Receipt.number(receipts.last()));
    return receipts.ofOtherDays().isEmpty()
        ? range
        : text("closing.receipts.others", range, numbers(receipts.ofOtherDays()));
  }

  private static String numbers(List<Long> receipts) {
    return receipts.stream().map(Receipt::number).collect(Collectors.joining("、"));
  }

  private static List<Sum> reconciliation(Closing.Totals totals) {
    return List.of(
        new Sum(text("closing.due"), Yen.figures(totals.dueYen())),
        new Sum(text("closing.differences"), Yen.figures(totals.differenceYen())),
        new Sum(text("closing.net"), Yen.figures(totals.netYen())));
  }

  private static List<Count> cases(Closing.Cases cases) {
    return List.of(
        new Count(text("closing.cases.received"), cases.received()),
        new Count(text("closing.cases.issued"), cases.issued()),
        new Count(text("closing.cases.withdrawn"), cases.withdrawn()),
        new Count(text("closing.cases.refused"), cases.refused()),
        new Count(text("closing.cases.lapsed"), cases.lapsed()),
        new Count(text("closing.cases.open"), cases.open()));
  }

  private static String text(String key, Object... arguments) {
    return Texts.get(Locale.JAPANESE, key, arguments);
  }

  @Override
  public String title() {
    return "日計表";
  }

  @Override
  public String xhtml() {
    return ClosingListRenderer.of().execute(this);
  }
}
