package jp.madoguchi.calendar.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** One line of the imported holiday list. */
@Entity
@Table(schema = "madoguchi", name = "holiday")
public class HolidayRow {

  @Id
  @Column(name = "day")
  private LocalDate date;

  private String name;

  protected HolidayRow() {}

  HolidayRow(LocalDate date, String name) {
    this.date = date;
    this.name = name;
  }

  LocalDate date() {
    return date;
  }

  String name() {
    return name;
  }
}
