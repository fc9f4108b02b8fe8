package jp.madoguchi.web.faces;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.time.LocalDate;
import jp.madoguchi.calendar.Wareki;
import jp.madoguchi.calendar.WarekiReading;

/**
 * Takes a date as R8.11.24, 令和8/11/24, 20261124 or 2026-11-24, and shows it as 令和8年11月24日, on an
 * English page as R8.11.24.
 */
@FacesConverter("madoguchi.Wareki")
public class WarekiConverter implements Converter<LocalDate> {

  @Override
  public LocalDate getAsObject(FacesContext faces, UIComponent field, String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    WarekiReading reading = Wareki.read(typed);
    if (reading instanceof WarekiReading.Refused refused) {
      throw new ConverterException(ProblemMessages.ofField(refused.problem()));
    }
    return ((WarekiReading.Read) reading).date();
  }

  @Override
  public String getAsString(FacesContext faces, UIComponent field, LocalDate date) {
    if (date == null) {
      return "";
    }
    boolean english = faces.getViewRoot().getLocale().getLanguage().equals("en");
    return english ? new Wareki(date).shortText() : new Wareki(date).dayText();
  }
}
