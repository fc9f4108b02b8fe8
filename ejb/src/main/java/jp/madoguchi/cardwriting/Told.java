package jp.madoguchi.cardwriting;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.madoguchi.calendar.Wareki;
import jp.madoguchi.text.Texts;

/**
 * How a writing stands, in words.
 *
 * @param inUse which certificates the holder can use meanwhile; empty while it goes on
 * @param resume the word of the button with which it goes on; empty: none is needed
 */
public record Told(String sentence, String next, Optional<String> inUse, Optional<String> resume) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

  /** In the words of a language, for whoever stands at no terminal. */
  public static Told of(WritingStatus status, Locale locale) {
    return of(status, "", locale);
  }

  /**
   * In the words of a language.
   *
   * @param here the terminal at which the reader of these words stands; empty: at none
   */
  public static Told of(WritingStatus status, String here, Locale locale) {
    Words words = new Words(status, here, locale);
    return new Told(words.sentence(), words.next(), words.inUse(), words.resume());
  }

  private record Words(WritingStatus status, String here, Locale locale) {

    private String sentence() {
      String key = status.state().key() + ".title";
      return status.authorityBack().isPresent() ? word(key + ".until") : word(key);
    }

    private String next() {
      return word(status.state().key() + ".next");
    }

    private Optional<String> inUse() {
      if (status.fault().isEmpty() || status.certificates().isEmpty()) {
        return Optional.empty();
      }
      return status
          .inUse()
          .map(common -> word("writing.in-use." + common))
          .or(() -> Optional.of(oneByOne()));
    }

    private String oneByOne() {
      return status.certificates().stream()
          .map(
              line ->
                  Texts.get(
                      locale,
                      "writing.in-use.each." + line.inUse().orElseThrow(),
                      Texts.get(locale, "writing.type." + line.type())))
          .collect(Collectors.joining(locale.getLanguage().equals("ja") ? "" : " "));
    }

    /** To go on here is of use at another terminal, or where the case has none any more. */
    private Optional<String> resume() {
      boolean elsewhere = !here.isEmpty() && status.terminal().filter(here::equals).isEmpty();
      return status
          .state()
          .resume()
          .filter(resume -> resume != ScreenState.Resume.HERE || elsewhere)
          .map(resume -> Texts.get(locale, resume.key(), "", "", here));
    }

    private String word(String key) {
      return Texts.get(
          locale,
          key,
          status.done(),
          status.steps(),
          status.terminal().orElse(""),
          status.authorityBack().map(this::moment).orElse(""));
    }

    private String moment(ZonedDateTime time) {
      return new Wareki(time.toLocalDate()).text(locale) + " " + TIME.format(time);
    }
  }
}
