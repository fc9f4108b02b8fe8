package jp.madoguchi.letter;

import java.util.Locale;

/** Amounts as papers write them. */
public final class Yen {

  private Yen() {}

  /** ¥1,200; with a minus sign where it is owed. */
  public static String figures(long yen) {
    return (yen < 0 ? "−" : "") + "¥" + String.format(Locale.ROOT, "%,d", Math.abs(yen));
  }
}
