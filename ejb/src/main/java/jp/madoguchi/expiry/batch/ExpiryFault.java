package jp.madoguchi.expiry.batch;

import jakarta.batch.api.chunk.listener.AbstractChunkListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Notes what broke a chunk off; nothing of it was kept. */
@Dependent
@Named("expiryFault")
public class ExpiryFault extends AbstractChunkListener {

  private static final Logger LOG = System.getLogger(ExpiryFault.class.getName());

  @Inject private JobContext job;

  @Override
  public void onError(Exception fault) {
    LOG.log(Level.ERROR, "A bundle of expiry notices could not be printed", fault);
    job.setTransientUserData(fault);
  }
}
