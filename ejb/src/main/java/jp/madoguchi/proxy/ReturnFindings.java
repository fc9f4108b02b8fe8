package jp.madoguchi.proxy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the process asks of the last return visit, under the name {@code returns} in the diagram.
 */
@ApplicationScoped
@Named("returns")
public class ReturnFindings {

  @Inject private ProxyRecords records;

  public boolean proxyConfirmed(String receptionNumber) {
    return last(receptionNumber, ReturnVisit::proxyConfirmed);
  }

  public boolean replyAccepted(String receptionNumber) {
    return last(
        receptionNumber, visit -> visit.replyFinding().equals(Optional.of(ReplyFinding.ACCEPTED)));
  }

  public boolean newLetterWanted(String receptionNumber) {
    return last(receptionNumber, visit -> visit.wayOn().equals(Optional.of(WayOn.NEW_LETTER)));
  }

  private boolean last(String receptionNumber, Predicate<ReturnVisit> question) {
    List<ReturnVisit> visits = records.visits(receptionNumber);
    return !visits.isEmpty() && question.test(visits.get(visits.size() - 1));
  }
}
