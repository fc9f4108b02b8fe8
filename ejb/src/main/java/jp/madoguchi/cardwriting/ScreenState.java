package jp.madoguchi.cardwriting;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import jp.madoguchi.cardwriting.CustomerView.Face;

/**
 * What a screen tells of a card and of the writing on it: the closed set. Each state has a picture
 * ({@link #symbol()} among the pages' icons), one sentence ({@link #key()} and {@code .title}), one
 * next step ({@code .next}), and a face on the applicant's screen.
 */
public sealed interface ScreenState permits WritingFault, CardCourse {

  /** How urgent it is; said by picture and words too, never by colour alone. */
  enum Look {
    /** The applicant's part is awaited. */
    WAITS,
    WORKS,
    DONE,
    /** It does not go on, and somebody at the counter has to do something or to wait. */
    STOPPED
  }

  /** What the clerk may press. */
  enum Resume {
    /** Tries again at once, where the case has its reader. */
    AGAIN,
    /** Goes on at the terminal at which the clerk stands. */
    HERE;

    /** The key of the button's word. */
    public String key() {
      return "writing.resume." + name().toLowerCase(Locale.ROOT);
    }
  }

  String name();

  /** The stem of the text keys. */
  String key();

  Look look();

  Face face();

  default Optional<Resume> resume() {
    return Optional.empty();
  }

  /** The picture's name among the icons. */
  default String symbol() {
    return "state-" + kebab(name());
  }

  static Stream<ScreenState> all() {
    return Stream.<ScreenState[]>of(WritingFault.values(), CardCourse.values()).flatMap(Stream::of);
  }

  /** The name as it stands in keys. */
  static String kebab(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
