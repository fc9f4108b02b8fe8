package jp.madoguchi.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.DateRange;

/** What holds of every era date. */
class WarekiProperties {

  @Property
  @Label("What is written is read back as the same day")
  void roundTrip(@ForAll @DateRange(min = "1873-01-01", max = "2117-12-31") LocalDate date) {
    Wareki wareki = new Wareki(date);
    assertThat(Wareki.parse(wareki.text())).isEqualTo(date);
    assertThat(Wareki.parse(wareki.shortText())).isEqualTo(date);
    assertThat(Wareki.parse(date.toString())).isEqualTo(date);
  }
}
