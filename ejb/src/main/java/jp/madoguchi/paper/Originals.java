package jp.madoguchi.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.madoguchi.audit.Actors;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.problem.Problem;

/** R-ORIGINALS: each paper is seen as an original, by a named clerk, at a time. */
@ApplicationScoped
public class Originals {

  private final SeenPapers papers;
  private final OfficeClock clock;
  private final Actors actors;

  protected Originals() {
    this(null, null, null);
  }

  @Inject
  public Originals(SeenPapers papers, OfficeClock clock, Actors actors) {
    this.papers = papers;
    this.clock = clock;
    this.actors = actors;
  }

  /**
   * Each paper that is asked for is confirmed.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code papers-missing}
   */
  public static void require(List<String> required, Collection<String> confirmed) {
    long missing = required.stream().filter(code -> !confirmed.contains(code)).count();
    if (missing > 0) {
      throw Problem.refused("papers-missing", missing).asException();
    }
  }

  /** Keeps that whoever acts has seen each of these papers for that subject. */
  public void seen(String subject, List<String> documents) {
    String clerk = actors.current().login();
    documents.forEach(code -> papers.add(new SeenPaper(subject, code, clerk, clock.instant())));
  }

  /** What was seen for that subject, in the order of the seeing. */
  public List<SeenPaper> of(String subject) {
    return papers.of(List.of(subject));
  }

  /** As {@link #of(String)}, of many subjects at once; none of those for which nothing was seen. */
  public Map<String, List<SeenPaper>> of(Collection<String> subjects) {
    return papers.of(subjects).stream().collect(Collectors.groupingBy(SeenPaper::subject));
  }
}
