package jp.madoguchi.cardwriting;

import java.util.List;

/** A kind of case that has a reader, as the screen on the holder's side of it needs it. */
interface CaseOnScreen {

  /** Whether the case is of this kind. */
  boolean leads(String caseNumber);

  /** The PINs that are to be typed now, in their order. */
  List<AskedPin> pinsDue(String caseNumber);

  /** Whether a clerk types them, from a reply form that the holder sealed. */
  boolean pinsComeByReply(String caseNumber);

  /** What is to be seen while no PINs are typed. */
  CustomerView view(String caseNumber);

  /** What is to be seen while these PINs are typed. */
  CustomerView asking(String caseNumber, List<AskedPin> due);

  /** The PINs that were due are there. Called in a transaction. */
  void pinsTaken(String caseNumber, String terminal);
}
