package jp.madoguchi.web.calendar;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.calendar.CalendarAdministration;
import jp.madoguchi.calendar.OpeningHours;
import jp.madoguchi.calendar.SpecialDay;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.web.faces.Attempt;
import jp.madoguchi.web.faces.Choices;
import jp.madoguchi.web.faces.Done;
import jp.madoguchi.web.faces.OfficeDates;
import jp.madoguchi.web.faces.PageTexts;
import org.omnifaces.cdi.Param;

/** Further closed days and shorter days, as a supervisor enters them and takes them back. */
@Named
@RequestScoped
public class SpecialDayPage {

  /** What a day becomes. */
  public enum Kind {
    CLOSED,
    SHORTER
  }

  private static final Map<String, String> FIELDS =
      Map.of(
          "special-day-past", "date",
          "special-day-closed", "date",
          "date-out-of-range", "date",
          "special-day-hours", "from",
          "special-day-longer", "from",
          "special-day-reason", "reason");

  @Inject private CalendarAdministration administration;
  @Inject private OfficeDates dates;
  @Inject private PageTexts texts;

  @Inject @Param private String removal;

  private LocalDate date;
  private Kind kind = Kind.CLOSED;
  private LocalTime from;
  private LocalTime to;
  private String reason;

  public List<SpecialDay> getComing() {
    return administration.comingSpecialDays();
  }

  public List<SelectItem> getKinds() {
    return Choices.of(texts, "calendar.kind", Kind.values());
  }

  public String enter() {
    return Attempt.to(
        FIELDS,
        () -> {
          administration.enter(date, hours(), reason);
          return Done.at(
              "/calendar/index.xhtml?year=" + date.getYear(), "calendar.entered", dates.date(date));
        });
  }

  /** Takes back the day whose button was pressed. */
  public String remove() {
    return Attempt.to(
        () -> {
          LocalDate day = Dates.read("removal", removal);
          administration.remove(day);
          return Done.at(
              "/calendar/index.xhtml?year=" + day.getYear(), "calendar.removed", dates.date(day));
        });
  }

  private Optional<OpeningHours> hours() {
    if (kind == Kind.CLOSED) {
      return Optional.empty();
    }
    if (from == null || to == null || !from.isBefore(to)) {
      throw Problem.refused("special-day-hours").asException();
    }
    return Optional.of(new OpeningHours(from, to));
  }

  public LocalDate getDate() {
    return date;
  }

  public void setDate(LocalDate date) {
    this.date = date;
  }

  public Kind getKind() {
    return kind;
  }

  public void setKind(Kind kind) {
    this.kind = kind;
  }

  public LocalTime getFrom() {
    return from;
  }

  public void setFrom(LocalTime from) {
    this.from = from;
  }

  public LocalTime getTo() {
    return to;
  }

  public void setTo(LocalTime to) {
    this.to = to;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
