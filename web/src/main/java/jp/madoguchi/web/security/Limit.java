package jp.madoguchi.web.security;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often one address may ask: {@code 60/minute}. */
record Limit(long calls, Duration per) {

  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,8})/(second|minute|hour)");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "second", Duration.ofSeconds(1),
          "minute", Duration.ofMinutes(1),
          "hour", Duration.ofHours(1));

  /** Empty for {@code off}: as often as it likes. */
  static Optional<Limit> parse(String text) {
    if (text.equals("off")) {
      return Optional.empty();
    }
    Matcher limit = FORM.matcher(text);
    if (!limit.matches()) {
      throw new IllegalArgumentException(text + " is no limit such as 60/minute, nor off");
    }
    return Optional.of(new Limit(Long.parseLong(limit.group(1)), UNITS.get(limit.group(2))));
  }
}
