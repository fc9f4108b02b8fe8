package jp.madoguchi.expiry.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import jp.madoguchi.expiry.ExpiryRuns;
import jp.madoguchi.expiry.NoticeChoices;

/** Chooses whether a holder gets a notice. Who gets none is passed on as well, and counted. */
@Dependent
@Named("expiryChoice")
public class ExpiryChoice implements ItemProcessor {

  private LocalDate until;

  @Inject private NoticeChoices choices;
  @Inject private ExpiryRuns runs;

  @Inject
  @BatchProperty(name = "run")
  private String run;

  @Override
  public Object processItem(Object holder) {
    if (until == null) {
      until = runs.now(Long.parseLong(run)).endsUntil();
    }
    return choices.of((Long) holder, until);
  }
}
