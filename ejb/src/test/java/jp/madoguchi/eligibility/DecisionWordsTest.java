package jp.madoguchi.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.madoguchi.process.Decisions;
import jp.madoguchi.text.Texts;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every text that a table names is there in both languages. */
class DecisionWordsTest {

  static final List<String> KEYS = Decisions.ALL;

  private static final Pattern TEXT_KEY = Pattern.compile("\"((reason|remedy|source)\\..*)\"");

  @ParameterizedTest
  @FieldSource("KEYS")
  void everyTextOfATableIsThereInBothLanguages(String table) {
    assertThat(textKeys(table))
        .allSatisfy(
            key -> {
              assertThat(Texts.find(Locale.JAPANESE, key)).as(key).isPresent();
              assertThat(Texts.find(Locale.ENGLISH, key)).as(key).isPresent();
              assertThat(Texts.get(Locale.ENGLISH, key))
                  .isNotEqualTo(Texts.get(Locale.JAPANESE, key));
            });
  }

  private static Stream<String> textKeys(String table) {
    return Dmn.readModelFromStream(
            Decisions.class.getClassLoader().getResourceAsStream(Decisions.resource(table)))
        .getModelElementsByType(OutputEntry.class)
        .stream()
        .map(entry -> TEXT_KEY.matcher(entry.getText().getTextContent()))
        .filter(java.util.regex.Matcher::matches)
        .map(matcher -> matcher.group(1));
  }
}
