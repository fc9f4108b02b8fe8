package jp.madoguchi.issuance;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.settings.Settings;

/** Settings that a test chooses. */
public final class ChosenSettings extends Settings {

  private final Map<String, String> values = new HashMap<>();

  public ChosenSettings with(String name, String value) {
    values.put(name, value);
    return this;
  }

  @Override
  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
  }
}
