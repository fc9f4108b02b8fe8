package jp.madoguchi.letter;

import java.util.Optional;
import java.util.random.RandomGenerator;
import jp.madoguchi.text.CheckedCode;

/**
 * The code that an inquiry letter carries and that reopens its case at the return visit (R-LETTER):
 * drawn by lot, so that it says nothing about a person, in the form of a {@link CheckedCode}.
 */
public record LetterCode(String value) {

  /**
   * @throws IllegalArgumentException when form or check character are wrong
   */
  public LetterCode {
    if (!CheckedCode.isRight(value)) {
      throw new IllegalArgumentException("Not a letter code");
    }
  }

  /**
   * @param lot unforeseeable, so that nobody guesses the code of another letter
   */
  public static LetterCode random(RandomGenerator lot) {
    return new LetterCode(CheckedCode.random(lot));
  }

  /** Reads what a person typed or a scanner sent; empty when it is not a letter's code. */
  public static Optional<LetterCode> read(String typed) {
    return CheckedCode.read(typed).map(LetterCode::new);
  }

  @Override
  public String toString() {
    return value;
  }
}
