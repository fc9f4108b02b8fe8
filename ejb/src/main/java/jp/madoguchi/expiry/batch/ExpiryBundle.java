package jp.madoguchi.expiry.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.madoguchi.expiry.NoticeChoice;
import jp.madoguchi.expiry.NoticePrinting;

/** Prints a chunk as one bundle. */
@Dependent
@Named("expiryBundle")
public class ExpiryBundle extends AbstractItemWriter {

  @Inject private NoticePrinting printing;

  @Inject
  @BatchProperty(name = "run")
  private String run;

  @Inject
  @BatchProperty(name = "attempt")
  private String attempt;

  @Override
  public void writeItems(List<Object> seenTo) {
    printing.print(
        Long.parseLong(run),
        Integer.parseInt(attempt),
        seenTo.stream().map(NoticeChoice.class::cast).toList());
  }
}
