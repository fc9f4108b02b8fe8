package jp.madoguchi.fee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import jp.madoguchi.calendar.OfficeClock;

/** A fee book that a test keeps for itself. */
public final class FeeEntriesInMemory implements FeeEntries {

  private final List<FeeEntry> entries = new ArrayList<>();
  private long last;

  /** Tears a line out of the book. */
  public void lose(FeeEntry entry) {
    entries.remove(entry);
  }

  @Override
  public long nextReceiptNumber() {
    return ++last;
  }

  @Override
  public void add(FeeEntry entry) {
    entries.add(entry);
  }

  @Override
  public List<FeeEntry> ofCase(String receptionNumber) {
    return those(entry -> entry.receptionNumber().equals(receptionNumber));
  }

  @Override
  public List<FeeEntry> ofDay(LocalDate day) {
    return those(entry -> entry.enteredAt().atZone(OfficeClock.ZONE).toLocalDate().equals(day));
  }

  @Override
  public List<FeeEntry> ofCases(Collection<String> receptionNumbers) {
    return those(entry -> receptionNumbers.contains(entry.receptionNumber()));
  }

  @Override
  public List<FeeEntry> between(long firstReceipt, long lastReceipt) {
    return those(
        entry -> entry.receiptNumber() >= firstReceipt && entry.receiptNumber() <= lastReceipt);
  }

  private List<FeeEntry> those(Predicate<FeeEntry> wanted) {
    return entries.stream().filter(wanted).toList();
  }
}
