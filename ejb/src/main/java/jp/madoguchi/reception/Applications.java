package jp.madoguchi.reception;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The applications that were ever received. */
public interface Applications {

  /** The next number of the running year; a number that is not used in the end is lost. */
  ReceptionNumber nextNumber(int year);

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code R-NO-DUPLICATE} when the resident has an
   *     open application, even one that was added at the same moment
   */
  void add(Application application);

  Optional<Application> find(ReceptionNumber number);

  /**
   * As {@link #find}, and nobody else can change it before this transaction ends.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code not-found}
   */
  Application lock(ReceptionNumber number);

  /** The resident's open application, if there is one (R-NO-DUPLICATE). */
  Optional<Application> openOf(long residentId);

  /** The open applications of these residents, in no order. */
  List<Application> openOf(Set<Long> residentIds);

  List<Application> ofResident(long residentId);

  /** A page of applications, the newest first. */
  List<Application> page(ApplicationQuery query);

  /** All that were received or closed on a day of the office, for the closing list. */
  List<Application> ofDay(LocalDate day);

  /** Those that ended with this outcome on a day of the office or later, the newest first. */
  List<Application> ended(ApplicationState outcome, LocalDate from);

  /** Those among the numbers, in no order. */
  List<Application> all(List<String> numbers);
}
