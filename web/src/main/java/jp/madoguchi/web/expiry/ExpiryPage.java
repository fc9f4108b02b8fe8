package jp.madoguchi.web.expiry;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.calendar.Wareki;
import jp.madoguchi.expiry.EndingQuery.Standing;
import jp.madoguchi.expiry.ExpiryDesk;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.web.faces.PageTexts;
import org.omnifaces.cdi.Param;

/** 有効期限の近い電子証明書: what ends within three months, page by page. */
@Named
@RequestScoped
public class ExpiryPage {

  /** A choice of the filter. */
  public record Choice(String value, String label, boolean chosen) {}

  @Inject private ExpiryDesk desk;
  @Inject private PageTexts texts;

  @Inject @Param private String type;
  @Inject @Param private String standing;
  @Inject @Param private String from;
  @Inject @Param private String after;

  private List<ExpiryDesk.Ending> found;

  public List<EndingRow> getRows() {
    return found().stream().limit(ExpiryDesk.PAGE).map(one -> EndingRow.of(one, texts)).toList();
  }

  private List<ExpiryDesk.Ending> found() {
    if (found == null) {
      found =
          desk.ending(
              chosen(CertificateType.values(), type),
              chosen(Standing.values(), standing),
              getFromDay(),
              EndingRow.place(after));
    }
    return found;
  }

  public long getCount() {
    return desk.count();
  }

  public LocalDate getUntil() {
    return desk.until();
  }

  public List<Choice> getTypes() {
    return choices("type.", CertificateType.values(), type);
  }

  public List<Choice> getStandings() {
    return choices("expiry.standing.", Standing.values(), standing);
  }

  private List<Choice> choices(String words, Enum<?>[] values, String asked) {
    return Stream.of(values)
        .map(one -> new Choice(one.name(), texts.get(words + one), one.name().equals(asked)))
        .toList();
  }

  private static <E extends Enum<E>> E chosen(E[] values, String asked) {
    return Arrays.stream(values).filter(one -> one.name().equals(asked)).findFirst().orElse(null);
  }

  /** As typed, to be shown again. */
  public String getFrom() {
    return from == null ? "" : from;
  }

  /** Whether what was typed is no date. */
  public boolean isFromUnreadable() {
    return !getFrom().isBlank() && getFromDay() == null;
  }

  private LocalDate getFromDay() {
    try {
      return getFrom().isBlank() ? null : Wareki.parse(from);
    } catch (RuntimeException notADate) {
      return null;
    }
  }

  /** Whether the list is narrowed. */
  public boolean isFiltered() {
    return !filter().isEmpty();
  }

  public boolean isFurther() {
    return after != null && !after.isBlank();
  }

  /** The address of the first page with the same filter. */
  public String getFirst() {
    return "?" + filter();
  }

  /** The address of the next page; empty on the last. */
  public String getNext() {
    String next = EndingRow.next(found());
    return next == null ? "" : "?" + (filter().isEmpty() ? "" : filter() + "&") + "after=" + next;
  }

  /** The same for a spreadsheet. */
  public String getCsv() {
    return filter().isEmpty() ? "" : "?" + filter();
  }

  private String filter() {
    return Stream.of(
            pair("type", chosen(CertificateType.values(), type)),
            pair("standing", chosen(Standing.values(), standing)),
            pair("from", getFromDay()))
        .filter(pair -> !pair.isEmpty())
        .collect(Collectors.joining("&"));
  }

  private static String pair(String name, Object value) {
    return value == null ? "" : name + "=" + value;
  }
}
