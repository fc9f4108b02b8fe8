package jp.madoguchi.workflow;

import java.util.List;
import java.util.Map;

/**
 * Supplies what the decision in the process record-change judges by, and takes what it says;
 * implemented by the feature that knows.
 */
public interface LapseFacts {

  /** The decision's inputs by name. */
  Map<String, Object> of(String lapse);

  /** The decision's outputs, one map for each row that holds. */
  void decided(String lapse, List<Map<String, Object>> findings);
}
