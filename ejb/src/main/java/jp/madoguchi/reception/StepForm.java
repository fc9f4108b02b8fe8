package jp.madoguchi.reception;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** Empty when the field is not there or blank. */
  public Optional<String> optionalText(String field) {
    return fields.get(field) instanceof String text && !text.isBlank()
        ? Optional.of(text.strip())
        : Optional.empty();
  }

  /**
   * A date as 2026-11-24, or empty when the field is not there.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code form-incomplete} for what is no date
   */
  public Optional<LocalDate> optionalDate(String field) {
    try {
      return optionalText(field).map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      throw incomplete(field);
    }
  }

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code form-incomplete}, naming the field
   */
  public <E extends Enum<E>> E choice(String field, Class<E> choices) {
    try {
      return Enum.valueOf(choices, text(field));
    } catch (IllegalArgumentException e) {
      throw incomplete(field);
    }
  }

  /**
   * The fields of a part of the form.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code form-incomplete}, naming the field
   */
  public StepForm part(String field) {
    if (fields.get(field) instanceof Map<?, ?> part) {
      Map<String, Object> named = new HashMap<>();
      part.forEach(
          (name, value) -> {
            if (value != null) {
              named.put(name.toString(), value);
            }
          });
      return new StepForm(named);
    }
    throw incomplete(field);
  }

  private static RuntimeException incomplete(String field) {
    return Problem.refused("form-incomplete", field).asException();
  }
}
