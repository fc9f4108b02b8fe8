package jp.madoguchi.workflow;

import java.util.List;
import java.util.Map;

/** The decision tables of {@link jp.madoguchi.process.Decisions}. */
public interface DecisionTables {

  /**
   * Asks a table.
   *
   * @param key the table, such as {@link jp.madoguchi.process.Decisions#ELIGIBILITY}
   * @param facts the inputs by name; every input that a column asks for must be there, null when it
   *     is not known
   * @return the outputs of every row that holds, in the table's order
   */
  List<Map<String, Object>> evaluate(String key, Map<String, Object> facts);
}
