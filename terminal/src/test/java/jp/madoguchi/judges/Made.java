package jp.madoguchi.judges;

import java.util.ArrayList;
import java.util.List;

/**
 * What was signed in this run of tests and is still to be judged, as DER.
 *
 * @param answers OCSP answers without what is around them; see {@link Der#answer}
 */
public record Made(List<byte[]> certificates, List<byte[]> lists, List<byte[]> answers) {

  private static final int CONTEXT_0 = 0xA0;
  private static final int INTEGER = 0x02;

  private static Made here = none();

  private static Made none() {
    return new Made(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  /**
   * Something was signed: a certificate begins with its version, a list with a number, and an
   * answer with neither (RFC 5280 4.1 and 5.1, RFC 6960 4.2.1).
   */
  public static synchronized void signed(byte[] content, byte[] signature) {
    byte[] whole = Der.signed(content, signature);
    switch (Der.firstTag(content)) {
      case CONTEXT_0 -> here.certificates.add(whole);
      case INTEGER -> here.lists.add(whole);
      default -> here.answers.add(Der.answer(whole));
    }
  }

  /** All of it, once. */
  static synchronized Made taken() {
    Made made = here;
    here = none();
    return made;
  }
}
