package jp.madoguchi.resident;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.resident.LineRefusal.Reason;

/** The resident register hands over what has changed. */
@Stateless
@RolesAllowed("REGISTER")
public class RegisterChanges {

  /** So many at once are answered within the patience of any program. */
  static final int MOST = 1000;

  private ChangeDesk desk;

  protected RegisterChanges() {}

  @Inject
  public RegisterChanges(ChangeDesk desk) {
    this.desk = desk;
  }

  /**
   * Takes changes in the order in which they are given; each counts by itself, and the answers come
   * in the same order. Sent again, also after an answer was lost, nothing counts twice.
   *
   * @throws BusinessException {@code changes-too-many}
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public List<ChangeAnswer> take(List<ChangeForm> changes) {
    if (changes.size() > MOST) {
      throw Problem.refused("changes-too-many", MOST).asException();
    }
    return changes.stream().map(this::take).toList();
  }

  private ChangeAnswer take(ChangeForm change) {
    ImportFaults faults = new ImportFaults();
    for (int tries = 1; ; tries++) {
      try {
        return desk.take(change);
      } catch (BusinessException refused) {
        throw refused;
      } catch (RuntimeException fault) {
        if (faults.liesInTheValues(fault)) {
          return ChangeAnswer.refused(
              change.changeId(), List.of(new ChangeFault("record", Reason.NOT_STORED)));
        }
        if (!faults.waitBeforeTry(tries)) {
          throw fault;
        }
      }
    }
  }
}
