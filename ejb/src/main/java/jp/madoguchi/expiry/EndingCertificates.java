package jp.madoguchi.expiry;

import java.time.Instant;
import java.util.List;

/** Finds the certificates that end soon, among those of a whole city. */
public interface EndingCertificates {

  List<EndingCertificate> find(EndingQuery query);

  /** How many end in that time, whatever has happened about it. */
  long count(Instant from, Instant before);

  /**
   * The holders of valid certificates that end in that time and that no notice speaks of, in the
   * order of their numbers.
   *
   * @param after only holders with higher numbers
   */
  List<Long> holders(Instant from, Instant before, long after, int limit);

  /** How many holders there are in all, as {@link #holders} counts them. */
  int countHolders(Instant from, Instant before);
}
