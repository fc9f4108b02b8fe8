package jp.madoguchi.web.rest;

import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bugs: the caller gets a reference number, the log gets the cause under it. */
public final class Faults {

  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Signs that cannot be mistaken for each other on the telephone. */
  private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

  private Faults() {}

  /** Logs the cause and gives the reference number it stands under. */
  public static String note(String where, Throwable cause) {
    StringBuilder reference = new StringBuilder();
    RANDOM.ints(8, 0, SIGNS.length()).forEach(sign -> reference.append(SIGNS.charAt(sign)));
    reference.insert(4, '-');
    LOG.error("Fault {} at {}", reference, where, cause);
    return reference.toString();
  }

  static ProblemDocument document(String where, Throwable cause) {
    String reference = note(where, cause);
    return ProblemDocument.of(500, "fault", reference).with("reference", reference);
  }
}
