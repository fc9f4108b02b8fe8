package jp.madoguchi.reception;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.madoguchi.problem.Problem;

/** What was entered for a step, by field name; each step asks for the fields it knows. */
public record StepForm(Map<String, Object> fields) {

  /** A field that was sent without a value was not entered. */
  public StepForm {
    fields =
        fields.entrySet().stream()
            .filter(field -> field.getValue() != null)
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code form-incomplete}, naming the field
   */
  public String text(String field) {
    if (fields.get(field) instanceof String text && !text.isBlank()) {
      return text.strip();
    }
    throw incomplete(field);
  }

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code form-incomplete}, naming the field
   */
  public int number(String field) {
    if (fields.get(field) instanceof Number number) {
      return number.intValue();
    }
    throw incomplete(field);
  }

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code form-incomplete}, naming the field
   */
  public List<String> words(String field) {
    if (fields.get(field) instanceof List<?> list
        && list.stream().allMatch(String.class::isInstance)) {
      return list.stream().map(String.class::cast).toList();
    }
    throw incomplete(field);
  }

  private static RuntimeException incomplete(String field) {
    return Problem.refused("form-incomplete", field).asException();
  }
}
