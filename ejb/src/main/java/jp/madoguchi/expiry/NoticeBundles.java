package jp.madoguchi.expiry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Notices in files for the printer. */
public interface NoticeBundles {

  /**
   * A bundle.
   *
   * @param notices how many were printed
   * @param toPost how many of them wait for the post
   * @param settled whether all of them are posted or taken out; its file is removed then
   */
  record Bundle(long id, long run, Instant printedAt, int notices, int toPost, boolean settled) {}

  /** The number of a new bundle. */
  long open(long run, Instant at);

  /** Keeps its file. */
  void keep(long bundle, byte[] pdf);

  /** Empty once it is settled. */
  Optional<byte[]> pdf(long bundle);

  void settle(long bundle, Instant at);

  Optional<Bundle> find(long bundle);

  /** Those with notices to post first, of the others the newest first. */
  List<Bundle> newest(int limit);
}
