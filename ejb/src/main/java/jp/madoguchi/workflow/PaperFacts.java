package jp.madoguchi.workflow;

import java.util.List;
import java.util.Map;

/**
 * Supplies what the decision on the papers in the process revocation-request judges by, and takes
 * what it says; implemented by the feature that knows.
 */
public interface PaperFacts {

  /** The decision's inputs by name. */
  Map<String, Object> papersOf(String key);

  /** The decision's outputs, one map for each paper. */
  void papersDecided(String key, List<Map<String, Object>> papers);
}
