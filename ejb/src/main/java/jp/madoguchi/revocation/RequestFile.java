package jp.madoguchi.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.revocation.RevocationDesk.View;
import jp.madoguchi.revocation.Surroundings.Shown;

/** Requests with what came of them. */
@ApplicationScoped
public class RequestFile {

  private final RequestBook book;
  private final Surroundings surroundings;

  protected RequestFile() {
    this(null, null);
  }

  @Inject
  public RequestFile(RequestBook book, Surroundings surroundings) {
    this.book = book;
    this.surroundings = surroundings;
  }

  View view(String key) {
    return views(List.of(request(key))).get(0);
  }

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code not-found}
   */
  RevocationRequest request(String key) {
    return RevocationRequest.idOf(key)
        .flatMap(book::find)
        .orElseThrow(() -> Problem.refused("not-found").asException());
  }

  /** The newest first. */
  List<View> newest(int from, int limit) {
    return views(book.newest(from, limit));
  }

  /** A resident's, the newest first. */
  List<View> ofResident(long residentId) {
    return views(book.ofResident(residentId));
  }

  private List<View> views(List<RevocationRequest> found) {
    Function<RevocationRequest, Shown> around = surroundings.of(found);
    return found.stream().map(one -> view(one, around.apply(one))).toList();
  }

  private static View view(RevocationRequest one, Shown shown) {
    return new View(one, shown.holder(), shown.acts(), shown.papers(), one.slipGivenAt().isEmpty());
  }
}
