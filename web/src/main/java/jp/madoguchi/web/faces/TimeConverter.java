package jp.madoguchi.web.faces;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.text.Normalizer;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.madoguchi.problem.Problem;

/** Takes a time of day as 8:30, 0830 or 8時30分, and shows it as 8:30. */
@FacesConverter("madoguchi.Time")
public class TimeConverter implements Converter<LocalTime> {

  private static final Pattern TYPED = Pattern.compile("([01]?[0-9]|2[0-3])[:時]?([0-5][0-9])分?");
  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("H:mm");

  @Override
  public LocalTime getAsObject(FacesContext faces, UIComponent field, String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    Matcher parts = TYPED.matcher(Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC));
    if (!parts.matches()) {
      throw new ConverterException(ProblemMessages.ofField(Problem.refused("time-unreadable")));
    }
    return LocalTime.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
  }

  @Override
  public String getAsString(FacesContext faces, UIComponent field, LocalTime time) {
    return time == null ? "" : SHOWN.format(time);
  }
}
