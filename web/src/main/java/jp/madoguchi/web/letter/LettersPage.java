package jp.madoguchi.web.letter;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.expiry.NoticeDesk;
import jp.madoguchi.letter.LetterCounts;
import jp.madoguchi.reception.CaseLine;
import jp.madoguchi.reception.LetterDesk;
import jp.madoguchi.reception.LetterDesk.LetterLine;
import jp.madoguchi.web.faces.Attempt;
import jp.madoguchi.web.faces.Done;
import jp.madoguchi.web.faces.PageTexts;
import jp.madoguchi.web.letter.LettersResource.Which;
import org.omnifaces.cdi.Param;

/** 発送と回答: the letters by what they wait for, and the one act on those to be posted. */
@Named
@RequestScoped
public class LettersPage {

  /** One tab: a list of letters with how many it has; {@code word} is the key of its name. */
  public record Tab(Which which, String word, long count, boolean chosen) {}

  @Inject private LetterDesk letters;
  @Inject private NoticeDesk notices;
  @Inject private OfficeClock clock;
  @Inject private PageTexts texts;
  @Inject private HttpServletRequest request;

  @Inject @Param private String tab;

  private List<LetterRow> rows;

  /** Which letters are shown; those to be posted where the address names none. */
  public Which getWhich() {
    return Arrays.stream(Which.values())
        .filter(each -> each.name().equals(tab))
        .findFirst()
        .orElse(Which.TO_POST);
  }

  public List<Tab> getTabs() {
    LetterCounts counts = letters.counts();
    return Arrays.stream(Which.values())
        .map(
            which ->
                new Tab(which, "letters.tab." + which, count(which, counts), which == getWhich()))
        .toList();
  }

  private static long count(Which which, LetterCounts counts) {
    return switch (which) {
      case TO_POST -> counts.toPost();
      case WAITING -> counts.waiting();
      case UNDELIVERED -> counts.undelivered();
      case OVERDUE -> counts.overdue();
    };
  }

  /** How many expiry notices wait for the post. */
  public long getNotices() {
    return notices.countToPost();
  }

  public List<LetterRow> getRows() {
    if (rows == null) {
      rows =
          switch (getWhich()) {
            case TO_POST -> toPost();
            case WAITING -> waiting();
            case UNDELIVERED -> withNext(letters.undelivered());
            case OVERDUE -> rows(letters.overdue()).toList();
          };
    }
    return rows;
  }

  private List<LetterRow> toPost() {
    Set<String> chosen = Set.copyOf(chosen());
    return rows(letters.toPost()).map(row -> row.choose(chosen.contains(row.code()))).toList();
  }

  /** Those whose due date is near first. */
  List<LetterRow> waiting() {
    return rows(letters.waiting())
        .sorted(Comparator.comparing(LetterRow::near).reversed())
        .toList();
  }

  private List<LetterRow> withNext(List<LetterLine> lines) {
    Map<String, CaseLine> cases =
        letters.cases(lines).stream()
            .collect(
                Collectors.toMap(
                    line -> line.application().receptionNumber().value(), Function.identity()));
    return rows(lines).map(row -> row.with(cases.get(row.receptionNumber()), texts)).toList();
  }

  private Stream<LetterRow> rows(List<LetterLine> lines) {
    return lines.stream().map(line -> LetterRow.of(line, clock.today(), texts));
  }

  /** Confirms that the chosen letters are in the post. */
  public String post() {
    return Attempt.to(
        () -> {
          List<String> codes = chosen();
          letters.post(codes);
          return Done.at(
              "/letter/index.xhtml?tab=" + Which.TO_POST, "letters.posted", codes.size());
        });
  }

  private List<String> chosen() {
    String[] codes = request.getParameterValues("code");
    return codes == null ? List.of() : Arrays.stream(codes).distinct().toList();
  }
}
