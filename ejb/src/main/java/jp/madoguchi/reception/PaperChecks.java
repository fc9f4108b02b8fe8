package jp.madoguchi.reception;

import java.util.List;

/** The papers, confirmations and notes that belong to cases. */
public interface PaperChecks {

  void add(PaperCheck check);

  List<PaperCheck> ofCase(String receptionNumber);

  void add(Confirmation confirmation);

  /** What was confirmed besides the papers, in the order of the confirming. */
  List<Confirmation> confirmationsOf(String receptionNumber);

  void add(CaseNote note);

  /** The notes of a case, newest first. */
  List<CaseNote> notesOf(String receptionNumber);
}
