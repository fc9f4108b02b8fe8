package jp.madoguchi.text;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * The words of the counter: each feature keeps its own bundle {@code
 * jp/madoguchi/<feature>/messages.properties} (Japanese; {@code messages_en.properties} beside it),
 * and this finds a key in whichever has it.
 */
public final class Texts {

  /** The features that have words, in the order in which they are searched. */
  private static final List<String> FEATURES =
      List.of(
          "problem",
          "calendar",
          "audit",
          "staff",
          "resident",
          "eligibility",
          "workflow",
          "issuance",
          "revocation",
          "terminal",
          "cardwriting",
          "fee",
          "approval",
          "letter",
          "proxy",
          "reception",
          "expiry",
          "pin");

  private static final Control NO_FALLBACK =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  private Texts() {}

  /** The text of a key, its placeholders ({@code {0}}, …) filled in. */
  public static Optional<String> find(Locale locale, String key, Object... arguments) {
    return FEATURES.stream()
        .map(feature -> bundle(feature, locale))
        .filter(Objects::nonNull)
        .filter(bundle -> bundle.containsKey(key))
        .findFirst()
        .map(bundle -> new MessageFormat(bundle.getString(key), locale).format(arguments));
  }

  /** As {@link #find}, and the key itself where no bundle has it. */
  public static String get(Locale locale, String key, Object... arguments) {
    return find(locale, key, arguments).orElse(key);
  }

  private static ResourceBundle bundle(String feature, Locale locale) {
    try {
      return ResourceBundle.getBundle(
          "jp.madoguchi." + feature + ".messages",
          locale,
          Texts.class.getClassLoader(),
          NO_FALLBACK);
    } catch (MissingResourceException e) {
      return null;
    }
  }
}
