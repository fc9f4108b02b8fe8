package jp.madoguchi.approval;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Exceptions that a test keeps for itself; each is found by its place in the order of asking. */
public final class ApprovalsInMemory implements Approvals {

  private final List<Approval> all = new ArrayList<>();

  @Override
  public void add(Approval approval) {
    all.add(approval);
  }

  @Override
  public Optional<Approval> find(long id) {
    return all.stream().filter(one -> one.id() == id).findFirst();
  }

  @Override
  public Approval lock(long id) {
    return find(id).orElseThrow();
  }

  @Override
  public List<Approval> ofDay(LocalDate day) {
    return those(one -> one.day().equals(day));
  }

  @Override
  public List<Approval> ofResident(long residentId, LocalDate day) {
    return those(one -> one.day().equals(day) && one.matter().residentId() == residentId);
  }

  @Override
  public List<Approval> ofCases(List<String> receptionNumbers) {
    return those(one -> one.receptionNumber().filter(receptionNumbers::contains).isPresent());
  }

  private List<Approval> those(Predicate<Approval> condition) {
    return all.stream().filter(condition).toList();
  }
}
