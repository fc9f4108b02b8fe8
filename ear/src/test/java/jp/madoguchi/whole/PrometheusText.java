package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Prometheus text format 0.0.4, read as strictly as {@code promtool check metrics} does: each
 * family described once and before its samples, its samples together, no series twice, histograms
 * that add up.
 */
record PrometheusText(Map<String, String> types, Map<String, Double> samples) {

  private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\[\\\\\"n])*)\"(,|$)");
  private static final Pattern SAMPLE =
      Pattern.compile("(" + NAME + ")(?:\\{(.*)})? (\\S+)(?: (-?[0-9]+))?");
  private static final Pattern COMMENT = Pattern.compile("# (HELP|TYPE) (" + NAME + ")(?: (.*))?");
  private static final Set<String> TYPES =
      Set.of("counter", "gauge", "histogram", "summary", "untyped");

  static PrometheusText read(String text) {
    assertThat(text).endsWith("\n").doesNotContain("\r");
    PrometheusText read = new PrometheusText(new LinkedHashMap<>(), new LinkedHashMap<>());
    Set<String> helped = new LinkedHashSet<>();
    Set<String> closed = new LinkedHashSet<>();
    String family = "";
    for (String line : text.lines().toList()) {
      Matcher comment = COMMENT.matcher(line);
      String next;
      if (line.startsWith("#")) {
        assertThat(comment.matches()).as(line).isTrue();
        next = comment.group(2);
        if (comment.group(1).equals("HELP")) {
          assertThat(helped.add(next)).as("described twice: " + line).isTrue();
        } else {
          assertThat(TYPES).as(line).contains(comment.group(3));
          assertThat(read.types.put(next, comment.group(3))).as("typed twice: " + line).isNull();
        }
      } else {
        next = read.sample(line);
      }
      if (!next.equals(family)) {
        assertThat(closed.add(family)).isTrue();
        assertThat(closed).as("its samples are apart: " + line).doesNotContain(next);
        family = next;
      }
    }
    read.histogramsAddUp();
    return read;
  }

  /** The value of a series, written as it stands, labels in the order of their names. */
  double value(String series) {
    assertThat(samples).containsKey(series);
    return samples.get(series);
  }

  /** All values of a label, wherever it stands. */
  Set<String> labels(String name) {
    Set<String> values = new LinkedHashSet<>();
    Pattern label = Pattern.compile("[{,]" + name + "=\"([^\"]*)\"");
    samples
        .keySet()
        .forEach(series -> label.matcher(series).results().forEach(m -> values.add(m.group(1))));
    return values;
  }

  private String sample(String line) {
    Matcher sample = SAMPLE.matcher(line);
    assertThat(sample.matches()).as(line).isTrue();
    Map<String, String> labels = labels(sample.group(2), line);
    assertThat(samples.put(sample.group(1) + labels, number(sample.group(3))))
        .as("twice: " + line)
        .isNull();
    String family = family(sample.group(1));
    assertThat(types).as("before its type: " + line).containsKey(family);
    return family;
  }

  private static Map<String, String> labels(String text, String line) {
    Map<String, String> labels =
        new TreeMap<>() {
          private static final long serialVersionUID = 1;

          @Override
          public String toString() {
            StringBuilder written = new StringBuilder();
            forEach(
                (k, v) ->
                    written.append(written.isEmpty() ? "{" : ",").append(k + "=\"" + v + "\""));
            return written.isEmpty() ? "" : written + "}";
          }
        };
    if (text == null) {
      return labels;
    }
    Matcher label = LABEL.matcher(text);
    int end = 0;
    while (end < text.length()) {
      assertThat(label.find(end) && label.start() == end).as(line).isTrue();
      assertThat(labels.put(label.group(1), label.group(2))).as(line).isNull();
      end = label.end();
    }
    return labels;
  }

  private static double number(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  private String family(String name) {
    for (String ending : new String[] {"_bucket", "_sum", "_count"}) {
      String base = name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : "";
      if (Set.of("histogram", "summary").contains(types.getOrDefault(base, ""))) {
        return base;
      }
    }
    return name;
  }

  private void histogramsAddUp() {
    Map<String, Double> last = new LinkedHashMap<>();
    samples.forEach(
        (series, value) -> {
          Matcher bucket = Pattern.compile("(.*)_bucket\\{(.*)}").matcher(series);
          if (bucket.matches()) {
            String rest = bucket.group(2).replaceAll("(^|,)le=\"[^\"]*\"", "").replaceAll("^,", "");
            String key = bucket.group(1) + "_count" + (rest.isEmpty() ? "" : "{" + rest + "}");
            assertThat(value).as(series).isGreaterThanOrEqualTo(last.getOrDefault(key, 0.0));
            last.put(key, value);
          }
        });
    last.forEach((count, highest) -> assertThat(value(count)).as(count).isEqualTo(highest));
  }
}
