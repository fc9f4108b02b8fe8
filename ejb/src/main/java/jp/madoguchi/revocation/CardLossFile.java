package jp.madoguchi.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.madoguchi.approval.Approval;
import jp.madoguchi.approval.Exceptions;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.revocation.CardLossDesk.View;
import jp.madoguchi.revocation.Surroundings.Shown;

/** Lost cards with what came of them. */
@ApplicationScoped
public class CardLossFile {

  private final CardLossBook book;
  private final Surroundings surroundings;
  private final Exceptions exceptions;

  protected CardLossFile() {
    this(null, null, null);
  }

  @Inject
  public CardLossFile(CardLossBook book, Surroundings surroundings, Exceptions exceptions) {
    this.book = book;
    this.surroundings = surroundings;
    this.exceptions = exceptions;
  }

  View view(String key) {
    return view(loss(key));
  }

  View view(CardLoss loss) {
    return views(List.of(loss)).get(0);
  }

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code not-found}
   */
  CardLoss loss(String key) {
    return CardLoss.idOf(key)
        .flatMap(book::find)
        .orElseThrow(() -> Problem.refused("not-found").asException());
  }

  /** Those on hold, the one that is held longest first. */
  List<View> held(int from, int limit) {
    return views(book.held(from, limit));
  }

  /** Those that have been held since then or longer. */
  List<View> heldSince(Instant then, int limit) {
    return views(book.heldSince(then, limit));
  }

  /** Those that ended, the last one first. */
  List<View> ended(int from, int limit) {
    return views(book.ended(from, limit));
  }

  /** A resident's, the newest first. */
  List<View> ofResident(long residentId) {
    return views(book.ofResident(residentId));
  }

  private List<View> views(List<CardLoss> found) {
    Function<CardLoss, Shown> around = surroundings.of(found);
    Map<Long, List<LossVisit>> visits =
        book.visits(found.stream().map(CardLoss::id).toList()).stream()
            .collect(Collectors.groupingBy(LossVisit::cardLoss));
    Map<Long, List<Approval>> asked = exceptions.ofLostCards();
    return found.stream()
        .map(
            one -> {
              Shown shown = around.apply(one);
              return new View(
                  one,
                  shown.holder(),
                  shown.acts(),
                  shown.papers(),
                  visits.getOrDefault(one.id(), List.of()),
                  lastRelease(one, asked.getOrDefault(one.id(), List.of())));
            })
        .toList();
  }

  private static Approval lastRelease(CardLoss loss, List<Approval> asked) {
    return loss.state() == CardLoss.State.HELD && !asked.isEmpty()
        ? asked.get(asked.size() - 1)
        : null;
  }
}
