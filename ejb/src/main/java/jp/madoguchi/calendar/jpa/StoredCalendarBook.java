package jp.madoguchi.calendar.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import jp.madoguchi.calendar.CalendarBook;
import jp.madoguchi.calendar.HolidayList;
import jp.madoguchi.calendar.SpecialDay;

/** The calendar book in the tables {@code madoguchi.holiday} and {@code madoguchi.special_day}. */
@ApplicationScoped
public class StoredCalendarBook implements CalendarBook {

  /** The earliest date that every query may ask for; PostgreSQL has none as early as Java's. */
  private static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  protected StoredCalendarBook() {}

  public StoredCalendarBook(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public HolidayList importedHolidays() {
    return HolidayList.of(
        entities
            .createQuery("select h from HolidayRow h", HolidayRow.class)
            .getResultStream()
            .collect(Collectors.toMap(HolidayRow::date, HolidayRow::name)));
  }

  @Override
  public void replaceHolidays(HolidayList list) {
    entities.createQuery("delete from HolidayRow").executeUpdate();
    list.names().forEach((date, name) -> entities.persist(new HolidayRow(date, name)));
    entities.flush();
  }

  @Override
  public List<SpecialDay> specialDays(LocalDate from) {
    return entities
        .createQuery(
            "select d from SpecialDayRow d where d.date >= :from order by d.date",
            SpecialDayRow.class)
        .setParameter("from", from.isBefore(BEGINNING) ? BEGINNING : from)
        .getResultStream()
        .map(SpecialDayRow::specialDay)
        .toList();
  }

  @Override
  public void enter(SpecialDay day) {
    entities.merge(new SpecialDayRow(day));
    entities.flush();
  }

  @Override
  public boolean remove(LocalDate date) {
    return entities
            .createQuery("delete from SpecialDayRow d where d.date = :date")
            .setParameter("date", date)
            .executeUpdate()
        == 1;
  }
}
