package jp.madoguchi.web.expiry;

import java.time.Instant;
import java.time.LocalDate;
import jp.madoguchi.expiry.ExpiryRun;
import jp.madoguchi.expiry.RunState;
import jp.madoguchi.web.faces.PageTexts;

/** A run of the batch, on a page. */
public record RunRow(
    long id,
    String kind,
    String state,
    String stateKind,
    LocalDate endsUntil,
    String startedBy,
    Instant startedAt,
    Instant endedAt,
    int holders,
    int examined,
    int printed,
    int percent,
    boolean underWay,
    boolean stoppable,
    boolean resumable,
    boolean broken,
    String fault) {

  static RunRow of(ExpiryRun run, PageTexts texts) {
    return new RunRow(
        run.id(),
        texts.get("expiry.kind." + run.kind()),
        texts.get("expiry.state." + run.state()),
        switch (run.state()) {
          case RUNNING, STOPPING -> "NOW";
          case DONE -> "SUCCESS";
          case STOPPED, INTERRUPTED -> "WARNING";
          case FAILED -> "ERROR";
        },
        run.endsUntil(),
        texts.find("actor." + run.startedBy()).orElse(run.startedBy()),
        run.startedAt(),
        run.endedAt(),
        run.holders(),
        run.examined(),
        run.printed(),
        run.percent(),
        run.state().underWay(),
        run.state() == RunState.RUNNING,
        run.state().resumable(),
        run.state() == RunState.FAILED,
        run.fault() == null ? "" : run.fault());
  }
}
