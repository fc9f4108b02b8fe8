package jp.madoguchi.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.madoguchi.paper.Originals;
import jp.madoguchi.paper.SeenPaper;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.resident.ResidentRegister;

/**
 * What is shown with requests and lost cards. Of a whole list each kind of it is read at once, so
 * that a list of a hundred costs the database no more than one of two.
 */
@ApplicationScoped
public class Surroundings {

  private final ResidentRegister register;
  private final RequestBook requests;
  private final Originals originals;

  protected Surroundings() {
    this(null, null, null);
  }

  @Inject
  public Surroundings(ResidentRegister register, RequestBook requests, Originals originals) {
    this.register = register;
    this.requests = requests;
    this.originals = originals;
  }

  /** A request or a lost card. */
  interface Subject {
    String key();

    long residentId();
  }

  /** What is shown with one of them. */
  record Shown(ResidentRecord holder, List<StatusAct> acts, List<SeenPaper> papers) {}

  /** What is shown with each of these. */
  <S extends Subject> Function<S, Shown> of(List<S> subjects) {
    List<String> keys = subjects.stream().map(Subject::key).toList();
    Map<Long, ResidentRecord> holders =
        register.all(subjects.stream().map(Subject::residentId).toList());
    Map<String, List<StatusAct>> acts =
        requests.acts(keys).stream().collect(Collectors.groupingBy(StatusAct::subject));
    Map<String, List<SeenPaper>> papers = originals.of(keys);
    return one ->
        new Shown(
            Objects.requireNonNull(holders.get(one.residentId())),
            acts.getOrDefault(one.key(), List.of()),
            papers.getOrDefault(one.key(), List.of()));
  }
}
