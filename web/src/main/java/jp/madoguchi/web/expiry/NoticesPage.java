package jp.madoguchi.web.expiry;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import jp.madoguchi.expiry.ExpiryDesk;
import jp.madoguchi.expiry.NoticeBundles.Bundle;
import jp.madoguchi.expiry.NoticeDesk;
import jp.madoguchi.web.faces.Attempt;
import jp.madoguchi.web.faces.Done;
import jp.madoguchi.web.faces.PageTexts;
import org.omnifaces.cdi.Param;

/** 有効期限通知書: the runs that print them, the bundles to post, and one bundle. */
@Named("noticesPage")
@RequestScoped
public class NoticesPage {

  private static final String PAGE = "/expiry/notices.xhtml";

  @Inject private ExpiryDesk desk;
  @Inject private NoticeDesk notices;
  @Inject private PageTexts texts;
  @Inject private HttpServletRequest request;

  @Inject
  @Param(name = "bundle")
  private Long asked;

  private List<RunRow> runs;
  private List<Bundle> bundles;
  private List<NoticeRow> rows;
  private Bundle bundle;
  private String code;
  private String reason;

  /** Whether this office prints notices. */
  public boolean isOn() {
    return desk.notices();
  }

  public boolean isSupervisor() {
    return request.isUserInRole("SUPERVISOR");
  }

  /** The newest first. */
  public List<RunRow> getRuns() {
    if (runs == null) {
      runs = desk.runs().stream().map(run -> RunRow.of(run, texts)).toList();
    }
    return runs;
  }

  /** The one under way, or that stopped before its end; null where there is none. */
  public RunRow getCurrent() {
    return getRuns().stream()
        .limit(1)
        .filter(run -> run.underWay() || run.resumable())
        .findFirst()
        .orElse(null);
  }

  public List<Bundle> getBundles() {
    if (bundles == null) {
      bundles = notices.bundles();
    }
    return bundles;
  }

  public long getToPost() {
    return notices.countToPost();
  }

  /** The bundle that is asked for; null where the list is. */
  public Bundle getBundle() {
    if (bundle == null && asked != null) {
      bundle = notices.bundle(asked);
    }
    return bundle;
  }

  public List<NoticeRow> getRows() {
    if (rows == null) {
      rows = notices.lines(asked).stream().map(line -> NoticeRow.of(line, texts)).toList();
    }
    return rows;
  }

  /** Those that must not be sent as things are now. */
  public List<NoticeRow> getAgainst() {
    return getRows().stream().filter(row -> !row.against().isEmpty()).toList();
  }

  public String begin() {
    return act(() -> Done.at(PAGE, "expiry.begun", desk.begin().holders()));
  }

  public String resume() {
    return act(
        () -> {
          desk.takeUp(getCurrent().id());
          return Done.at(PAGE, "expiry.resumed");
        });
  }

  public String stop() {
    return act(
        () -> {
          desk.stop(getCurrent().id());
          return Done.at(PAGE, "expiry.stop-asked");
        });
  }

  /** Confirms the posting of all but those that the page showed as taken out. */
  public String post() {
    return act(
        () -> {
          String[] seen = request.getParameterValues("takenOut");
          NoticeDesk.Posted posted = notices.post(asked, seen == null ? Set.of() : Set.of(seen));
          return Done.at(PAGE, "notices.posted", posted.posted(), posted.takenOut());
        });
  }

  public String undelivered() {
    return act(
        () ->
            Done.at(PAGE, "notices.undelivered", notices.undelivered(code, reason).code().value()));
  }

  private static String act(Supplier<String> act) {
    return Attempt.to(act);
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
