package jp.madoguchi.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The words of each feature, whatever they say. */
class TextsTest {

  private static final Path FEATURES = Path.of("src/main/resources/jp/madoguchi");

  @ParameterizedTest
  @MethodSource("features")
  void aFeatureSpeaksBothLanguages(Path feature) throws IOException {
    assertThat(keys(feature.resolve("messages_en.properties")))
        .isEqualTo(keys(feature.resolve("messages.properties")));
  }

  static Stream<Path> features() throws IOException {
    try (Stream<Path> folders = Files.list(FEATURES)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("messages.properties")))
          .sorted()
          .toList()
          .stream();
    }
  }

  /** A holiday is called in Japanese as the list has it, which is also its key in English. */
  private static Set<String> keys(Path bundle) throws IOException {
    Properties words = new Properties();
    try (Reader reader = Files.newBufferedReader(bundle)) {
      words.load(reader);
    }
    return words.stringPropertyNames().stream()
        .filter(key -> !key.startsWith("holiday."))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
