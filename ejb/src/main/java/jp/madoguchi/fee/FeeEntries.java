package jp.madoguchi.fee;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** The lines of the fee book; none is ever changed or removed. */
public interface FeeEntries {

  /** The next receipt's number, without gaps: it is given back when the transaction fails. */
  long nextReceiptNumber();

  void add(FeeEntry entry);

  /** The lines of a case, in the order in which they were entered. */
  List<FeeEntry> ofCase(String receptionNumber);

  /** The lines of a day of the office, in the order of their receipts. */
  List<FeeEntry> ofDay(LocalDate day);

  /** The lines of several cases, in the order of their receipts. */
  List<FeeEntry> ofCases(Collection<String> receptionNumbers);

  /** The lines with these receipts and those between, in their order. */
  List<FeeEntry> between(long firstReceipt, long lastReceipt);
}
