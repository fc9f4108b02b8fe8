package jp.madoguchi.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.madoguchi.process.Processes;
import jp.madoguchi.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every page, whatever it shows. */
class PagesTest {

  private static final Path WEBAPP = Path.of("src/main/webapp");
  private static final Pattern WORD =
      Pattern.compile("text(?:\\[|\\.of\\()['\"]([^'\"]+)['\"][\\]),]");
  private static final Pattern SCRIPT_WORD = Pattern.compile("\\bword\\('([^']+)'");
  private static final Pattern STEP =
      Pattern.compile("<bpmn:(?:userTask|receiveTask|businessRuleTask) id=\"([^\"]+)\"");
  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
  private static final Pattern MARKED_AS_JAPANESE =
      Pattern.compile("<(\\w+)(?=[^>]* lang=\"ja\")[^>]*>[^<]*</\\1>");
  private static final Pattern FORBIDDEN_BY_POLICY =
      Pattern.compile(
          "\\s(?:on[a-z]+|style)=\"|<style|<f:ajax|<h:commandLink|<script(?![^>]*src=)");

  @ParameterizedTest
  @MethodSource("pages")
  void hasEveryWordItSays(Path page) throws IOException {
    Matcher word = WORD.matcher(Files.readString(page));
    while (word.find()) {
      String key = word.group(1);
      if (!key.endsWith(".")) {
        assertThat(known(key)).as(key).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void hasEveryWordItsModulesSay(Path module) throws IOException {
    Matcher word = SCRIPT_WORD.matcher(Files.readString(module));
    while (word.find()) {
      assertThat(bundle(Locale.JAPANESE).containsKey("js." + word.group(1)))
          .as(word.group(1))
          .isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void needsNothingThatTheContentSecurityPolicyForbids(Path page) throws IOException {
    assertThat(Files.readString(page)).doesNotContainPattern(FORBIDDEN_BY_POLICY);
  }

  /** What is named by the place of a file alone is asked about again with every page. */
  @ParameterizedTest
  @MethodSource("pages")
  void namesScriptsAndStylesByTheirContent(Path page) throws IOException {
    assertThat(COMMENT.matcher(Files.readString(page)).replaceAll(""))
        .doesNotContain("}/assets/", "\"/assets/");
  }

  @Test
  void speaksBothLanguages() {
    assertThat(bundle(Locale.ENGLISH).keySet()).isEqualTo(bundle(Locale.JAPANESE).keySet());
  }

  /** What is written in the page itself is the same in every language. */
  @ParameterizedTest
  @MethodSource("pages")
  void saysNothingInJapaneseThatIsNotMarkedSo(Path page) throws IOException {
    String written = COMMENT.matcher(Files.readString(page)).replaceAll("");
    assertThat(MARKED_AS_JAPANESE.matcher(written).replaceAll(""))
        .doesNotContainPattern("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");
  }

  @Test
  void namesEveryStepOfTheDiagramsInEnglish() {
    for (String diagram : Processes.resources()) {
      Matcher step = STEP.matcher(read(diagram));
      while (step.find()) {
        assertThat(bundle(Locale.ENGLISH).containsKey("step.name." + step.group(1)))
            .as(step.group(1))
            .isTrue();
      }
    }
  }

  private static String read(String resource) {
    try (InputStream stream = PagesTest.class.getResourceAsStream("/" + resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void saysInEasyJapaneseOnlyWhatItSaysInJapanese() {
    assertThat(bundle(Locale.JAPANESE).keySet()).containsAll(bundle(PageTexts.EASY).keySet());
  }

  @Test
  void everyImportedModuleIsThere() {
    Pattern imported = Pattern.compile("from '\\./([a-z-]+\\.js)'");
    Set<String> missing = new TreeSet<>();
    files("assets/js", ".js")
        .forEach(
            module -> {
              Matcher name = imported.matcher(read(module));
              while (name.find()) {
                if (!Files.exists(module.resolveSibling(name.group(1)))) {
                  missing.add(name.group(1));
                }
              }
            });
    assertThat(missing).isEmpty();
  }

  private static boolean known(String key) {
    return bundle(Locale.JAPANESE).containsKey(key)
        || Optional.of(Texts.get(Locale.JAPANESE, key))
            .filter(text -> !text.equals(key))
            .isPresent();
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        "jp.madoguchi.web.messages",
        locale.equals(Locale.JAPANESE) ? Locale.ROOT : locale,
        Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  static Stream<Path> pages() {
    return files("", ".xhtml");
  }

  /** The applicant's screen has words of its own. */
  static Stream<Path> modules() {
    return files("assets/js", ".js")
        .filter(module -> !module.getFileName().toString().matches("(customer|pin).*"));
  }

  private static Stream<Path> files(String folder, String ending) {
    try (Stream<Path> files = Files.walk(WEBAPP.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
