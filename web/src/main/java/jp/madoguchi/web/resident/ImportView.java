package jp.madoguchi.web.resident;

import java.time.Instant;
import jp.madoguchi.resident.ImportProgress;
import jp.madoguchi.web.faces.PageTexts;

/**
 * An import in words.
 *
 * @param stateKind the kind of chip
 * @param percent how far it is, 0 to 100; 100 only at its end
 */
public record ImportView(
    long id,
    String state,
    String stateKind,
    boolean underWay,
    boolean broken,
    String startedBy,
    Instant startedAt,
    Instant endedAt,
    long read,
    long kept,
    long refused,
    int percent) {

  private static final int NEARLY = 99;

  static ImportView of(ImportProgress progress, PageTexts texts) {
    return new ImportView(
        progress.id(),
        texts.get("import.state." + progress.state()),
        kind(progress),
        progress.underWay(),
        progress.broken(),
        progress.startedBy(),
        progress.startedAt(),
        progress.endedAt(),
        progress.linesRead(),
        progress.linesKept(),
        progress.linesRefused(),
        percent(progress));
  }

  private static String kind(ImportProgress progress) {
    return switch (progress.state()) {
      case WAITING, RUNNING -> "NOW";
      case DONE -> progress.linesRefused() == 0 ? "SUCCESS" : "WARNING";
      case FAILED, INTERRUPTED -> "ERROR";
    };
  }

  private static int percent(ImportProgress progress) {
    if (!progress.underWay()) {
      return 100;
    }
    long expected = Math.max(1, progress.linesExpected());
    return (int) Math.min(NEARLY, progress.linesRead() * 100 / expected);
  }
}
