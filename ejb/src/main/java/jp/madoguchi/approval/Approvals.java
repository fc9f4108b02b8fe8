package jp.madoguchi.approval;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The exceptions that were ever asked for. */
public interface Approvals {

  void add(Approval approval);

  Optional<Approval> find(long id);

  /**
   * As {@link #find}, and nobody else can change it before this transaction ends.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code not-found}
   */
  Approval lock(long id);

  /** All that were asked for on a day, in the order of the asking. */
  List<Approval> ofDay(LocalDate day);

  /** Those for a resident on a day, in the order of the asking. */
  List<Approval> ofResident(long residentId, LocalDate day);

  /** Those with which these cases were opened, in the order of the asking. */
  List<Approval> ofCases(List<String> receptionNumbers);
}
