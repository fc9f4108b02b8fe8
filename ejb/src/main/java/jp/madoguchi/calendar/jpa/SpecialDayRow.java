package jp.madoguchi.calendar.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import jp.madoguchi.calendar.OpeningHours;
import jp.madoguchi.calendar.SpecialDay;

/** A further closed or shorter day. */
@Entity
@Table(schema = "madoguchi", name = "special_day")
public class SpecialDayRow {

  @Id
  @Column(name = "day")
  private LocalDate date;

  private LocalTime opens;
  private LocalTime closes;
  private String reason;

  protected SpecialDayRow() {}

  SpecialDayRow(SpecialDay day) {
    this.date = day.date();
    this.opens = day.hours().map(OpeningHours::from).orElse(null);
    this.closes = day.hours().map(OpeningHours::to).orElse(null);
    this.reason = day.reason();
  }

  SpecialDay specialDay() {
    Optional<OpeningHours> hours =
        Optional.ofNullable(opens).map(from -> new OpeningHours(from, closes));
    return new SpecialDay(date, hours, reason);
  }
}
