package jp.madoguchi.web.audit;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditQuery;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.problem.Problem;

/**
 * The fields of a search in an address. Times are ISO with offset; a date alone means its whole day
 * in Japan, {@code until} included.
 */
public class AuditFilter {

  @QueryParam("from")
  private String from;

  @QueryParam("until")
  private String until;

  @QueryParam("actor")
  private String actor;

  @QueryParam("act")
  private String act;

  @QueryParam("subjectKind")
  private String subjectKind;

  @QueryParam("subjectKey")
  private String subjectKey;

  @QueryParam("outcome")
  private String outcome;

  AuditQuery query() {
    return new AuditQuery(
        moment(from, "from", 0),
        moment(until, "until", 1),
        blankAsNull(actor),
        blankAsNull(act),
        blankAsNull(subjectKind),
        blankAsNull(subjectKey),
        outcome());
  }

  private Act.Outcome outcome() {
    String wanted = blankAsNull(outcome);
    return wanted == null
        ? null
        : Arrays.stream(Act.Outcome.values())
            .filter(each -> each.name().equals(wanted))
            .findFirst()
            .orElseThrow(() -> malformed("outcome"));
  }

  private static Instant moment(String text, String field, int daysForDate) {
    if (blankAsNull(text) == null) {
      return null;
    }
    try {
      return text.length() == 10
          ? LocalDate.parse(text).plusDays(daysForDate).atStartOfDay(OfficeClock.ZONE).toInstant()
          : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    } catch (DateTimeException e) {
      throw malformed(field);
    }
  }

  private static String blankAsNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static RuntimeException malformed(String field) {
    return Problem.refused("request-malformed", field).asException();
  }
}
