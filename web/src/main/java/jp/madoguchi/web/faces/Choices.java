package jp.madoguchi.web.faces;

import jakarta.faces.model.SelectItem;
import java.util.Arrays;
import java.util.List;

/** The values of an enum as the choices of a field, with their words. */
public final class Choices {

  private Choices() {}

  /** The words stand under {@code stem.VALUE}. */
  @SafeVarargs
  public static <E extends Enum<E>> List<SelectItem> of(PageTexts texts, String stem, E... values) {
    return Arrays.stream(values)
        .map(value -> new SelectItem(value, texts.get(stem + "." + value.name())))
        .toList();
  }
}
