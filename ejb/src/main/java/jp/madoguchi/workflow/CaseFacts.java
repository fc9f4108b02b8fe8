package jp.madoguchi.workflow;

import java.util.Map;

/**
 * Supplies what a decision in a case's process judges by; implemented by the feature that knows.
 */
public interface CaseFacts {

  /** The decision's inputs by name, for the case as it is now. */
  Map<String, Object> of(String receptionNumber);
}
