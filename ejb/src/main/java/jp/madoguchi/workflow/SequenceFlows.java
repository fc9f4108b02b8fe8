package jp.madoguchi.workflow;

import java.util.List;

/** The sequence flows that each case has taken, for the history on the diagram. */
public interface SequenceFlows {

  /** One flow of one process instance; {@code flow} is its id in the diagram. */
  record Taken(String receptionNumber, String processInstance, String definition, String flow) {}

  /** Keeps flows in the order in which they were taken. */
  void taken(List<Taken> flows);

  /** All flows of a case, in the order in which they were taken. */
  List<Taken> ofCase(String receptionNumber);
}
