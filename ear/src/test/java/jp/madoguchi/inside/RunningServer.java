package jp.madoguchi.inside;

import jp.madoguchi.whole.RunningCounter;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** The counter of this run is there before Arquillian looks for a server, so that there is one. */
public final class RunningServer implements LoadableExtension {

  @Override
  public void register(ExtensionBuilder builder) {
    RunningCounter.get();
  }
}
