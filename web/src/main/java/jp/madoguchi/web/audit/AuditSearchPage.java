package jp.madoguchi.web.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.madoguchi.audit.Act.Outcome;
import jp.madoguchi.audit.AuditKey;
import jp.madoguchi.audit.AuditPage;
import jp.madoguchi.audit.AuditQuery;
import jp.madoguchi.audit.AuditSearch;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.web.faces.Choices;
import jp.madoguchi.web.faces.PageTexts;

/** 監査: searches the trail. */
@Named("auditPage")
@RequestScoped
public class AuditSearchPage {

  private static final int SIZE = 50;

  @Inject private AuditSearch search;
  @Inject private PageTexts texts;

  private LocalDate from;
  private LocalDate to;
  private String actor;
  private String subject;
  private String outcome;
  private String after;
  private AuditPage page;

  public List<ActRow> getRows() {
    return page().acts().stream().map(act -> ActRow.of(act, texts)).toList();
  }

  /** The address of the next page; empty on the last. */
  public String getNext() {
    if (page().next() == null) {
      return "";
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("from", from);
    fields.put("to", to);
    fields.put("actor", actor);
    fields.put("subject", subject);
    fields.put("outcome", outcome);
    fields.put("after", page().next().text());
    return fields.entrySet().stream()
        .filter(field -> field.getValue() != null && !field.getValue().toString().isEmpty())
        .map(
            field ->
                field.getKey()
                    + "="
                    + URLEncoder.encode(field.getValue().toString(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", "?", ""));
  }

  public List<SelectItem> getOutcomes() {
    return Choices.of(texts, "outcome", Outcome.values());
  }

  private AuditPage page() {
    if (page == null) {
      page = search.search(query(), key(), SIZE);
    }
    return page;
  }

  private AuditKey key() {
    return after == null ? null : AuditKey.parse(after).orElse(null);
  }

  private AuditQuery query() {
    return new AuditQuery(
        startOf(from),
        to == null ? null : startOf(to.plusDays(1)),
        blankAsNull(actor),
        null,
        null,
        blankAsNull(subject),
        Arrays.stream(Outcome.values())
            .filter(each -> each.name().equals(outcome))
            .findFirst()
            .orElse(null));
  }

  private static Instant startOf(LocalDate day) {
    return day == null ? null : day.atStartOfDay(OfficeClock.ZONE).toInstant();
  }

  private static String blankAsNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  public LocalDate getFrom() {
    return from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
  }

  public LocalDate getTo() {
    return to;
  }

  public void setTo(LocalDate to) {
    this.to = to;
  }

  public String getActor() {
    return actor;
  }

  public void setActor(String actor) {
    this.actor = actor;
  }

  public String getSubject() {
    return subject;
  }

  public void setSubject(String subject) {
    this.subject = subject;
  }

  public String getOutcome() {
    return outcome;
  }

  public void setOutcome(String outcome) {
    this.outcome = outcome;
  }

  public String getAfter() {
    return after;
  }

  public void setAfter(String after) {
    this.after = after;
  }
}
