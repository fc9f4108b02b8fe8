package jp.madoguchi.resident.jpa;

import java.util.ArrayList;
import java.util.List;
import jp.madoguchi.resident.ResidentQuery;
import jp.madoguchi.resident.SearchKey;

/**
 * The SQL of a search. A prefix is written as a range, which an index serves also when the plan is
 * made without knowing the words; the order is that of the index that leads the search.
 *
 * @param values for the numbered parameters, in order
 */
record SearchStatement(String sql, List<Object> values) {

  /** Sorts after every character of a key. */
  private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  static SearchStatement of(ResidentQuery query) {
    List<Object> values = new ArrayList<>();
    StringBuilder sql = new StringBuilder("select r.* from madoguchi.resident r where true");
    if (query.card() != null) {
      values.add(query.card().value());
      sql.append(" and r.id = (select c.resident_id from madoguchi.resident_card c")
          .append(" where c.serial = ?" + values.size() + ")");
    }
    if (query.birthDate() != null) {
      values.add(query.birthDate());
      sql.append(" and r.birth_date = ?" + values.size());
    }
    if (query.kana() != null) {
      prefix(sql, values, "r.kana_key", SearchKey.ofKana(query.kana()));
    }
    if (query.name() != null) {
      prefix(sql, values, "r.name_key", SearchKey.ofName(query.name()));
    }
    boolean nameLeads = query.name() != null && query.kana() == null && query.birthDate() == null;
    sql.append(nameLeads ? " order by r.name_key, r.id" : " order by r.kana_key, r.id");
    // One more than the page holds tells whether another page follows.
    values.add(query.size() + 1);
    sql.append(" limit ?" + values.size());
    values.add((query.page() - 1) * query.size());
    sql.append(" offset ?" + values.size());
    return new SearchStatement(sql.toString(), List.copyOf(values));
  }

  private static void prefix(StringBuilder sql, List<Object> values, String column, String key) {
    values.add(key);
    sql.append(" and " + column + " >= ?" + values.size());
    values.add(key + LAST);
    sql.append(" and " + column + " < ?" + values.size());
  }
}
