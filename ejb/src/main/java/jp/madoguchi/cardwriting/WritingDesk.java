package jp.madoguchi.cardwriting;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** How a writing stands, for the clerk's pages. */
@Stateless
@RolesAllowed({"CLERK", "SUPERVISOR"})
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class WritingDesk {

  @Inject private WritingView view;
  @Inject private WritingJournal journal;
  @Inject private WritingPace pace;

  /**
   * A writing with the time it will still take.
   *
   * @param left empty while it does not go on, and where the office has no figures yet
   */
  public record Progress(WritingStatus status, Optional<Duration> left) {}

  /** Without certificates before the writing begins. */
  public Progress look(String receptionNumber) {
    WritingStatus status = view.of(receptionNumber);
    boolean goesOn = status.fault().isEmpty() && !status.isDone();
    return new Progress(
        status, goesOn ? pace.left(journal.ofCase(receptionNumber)) : Optional.empty());
  }
}
