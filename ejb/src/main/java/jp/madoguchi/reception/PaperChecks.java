package jp.madoguchi.reception;

import java.util.List;

/** The papers, confirmations, reasons and notes that belong to cases. */
public interface PaperChecks {

  void add(PaperCheck check);

  List<PaperCheck> ofCase(String receptionNumber);

  void add(Confirmation confirmation);

  /** What was confirmed besides the papers, in the order of the confirming. */
  List<Confirmation> confirmationsOf(String receptionNumber);

  void add(RefusalReason reason);

  /** Why a case ended without issue, in the table's order; empty for any other case. */
  List<RefusalReason> reasonsOf(String receptionNumber);

  /** Why these cases ended without issue. */
  List<RefusalReason> reasonsOf(List<String> receptionNumbers);

  void add(CaseNote note);

  /** The notes of a case, newest first. */
  List<CaseNote> notesOf(String receptionNumber);
}
