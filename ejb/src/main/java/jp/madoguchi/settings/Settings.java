package jp.madoguchi.settings;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * What an installation decides without a release, read from system properties {@code
 * madoguchi.<name>} and, failing that, environment variables {@code MADOGUCHI_<NAME>}.
 */
@ApplicationScoped
public class Settings {

  public Optional<String> find(String name) {
    return Optional.ofNullable(System.getProperty("madoguchi." + name))
        .or(() -> Optional.ofNullable(System.getenv(variable(name))))
        .filter(value -> !value.isBlank());
  }

  public String text(String name, String otherwise) {
    return find(name).orElse(otherwise);
  }

  public int number(String name, int otherwise) {
    return find(name).map(Integer::parseInt).orElse(otherwise);
  }

  public boolean flag(String name, boolean otherwise) {
    return find(name).map(Boolean::parseBoolean).orElse(otherwise);
  }

  /**
   * The embedded (training) stage: made-up residents, a clock that can be moved, 研修 on every page.
   */
  public boolean training() {
    return text("stage", "production").equals("embedded");
  }

  private static String variable(String name) {
    return "MADOGUCHI_"
        + name.toUpperCase(java.util.Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
