package jp.madoguchi.web.fee;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.reception.Closing;
import jp.madoguchi.reception.ClosingDesk;
import jp.madoguchi.web.faces.PageTexts;

/** 締め: the day's closing list (日計表). */
@Named
@RequestScoped
public class ClosingPage {

  /** How many cases had this outcome; {@code word} is the outcome's name. */
  public record Outcome(String word, int count) {}

  @Inject private ClosingDesk desk;
  @Inject private OfficeClock clock;
  @Inject private PageTexts texts;

  private LocalDate day;
  private Closing view;

  public Closing getView() {
    if (view == null) {
      view = desk.of(shown());
    }
    return view;
  }

  public List<Outcome> getOutcomes() {
    Closing.Cases cases = getView().cases();
    return List.of(
        outcome("received", cases.received()),
        outcome("issued", cases.issued()),
        outcome("withdrawn", cases.withdrawn()),
        outcome("refused", cases.refused()),
        outcome("lapsed", cases.lapsed()),
        outcome("open", cases.open()));
  }

  /** The numbers of receipts that are in no book, for the warning; empty when all are there. */
  public String getMissing() {
    return getView().receipts().missing().stream()
        .map(String::valueOf)
        .collect(Collectors.joining(texts.get("list.separator")));
  }

  private Outcome outcome(String name, int count) {
    return new Outcome(texts.get("closing.cases." + name), count);
  }

  private LocalDate shown() {
    return day == null ? clock.today() : day;
  }

  public LocalDate getDay() {
    return day;
  }

  public void setDay(LocalDate day) {
    this.day = day;
  }
}
