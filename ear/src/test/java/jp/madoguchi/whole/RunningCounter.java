package jp.madoguchi.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import jp.madoguchi.launcher.Counter;
import jp.madoguchi.launcher.Layout;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** The whole counter, started by the first test that asks for it and ended with the last. */
public final class RunningCounter implements LauncherSessionListener {

  /** The machine's further addresses stand for a stranger's and a proxy's. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          // A test does not wait a minute for the list that it reads.
          "madoguchi.crl.pause",
          "1",
          "madoguchi.limits.exempt",
          "127.0.0.1",
          "madoguchi.proxies",
          CallLimitsIT.PROXY.replace(".", "[.]"));

  private static Counter counter;

  /** The counter of this run, with fresh data. */
  public static synchronized Counter get() {
    if (counter == null) {
      counter = start();
    }
    return counter;
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    synchronized (RunningCounter.class) {
      if (counter != null) {
        try {
          counter.close();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  /** Where this run keeps its data, the virtual cards among them. */
  static Path data() {
    return Path.of(System.getProperty("madoguchi.counter", "../ear/target/counter"));
  }

  private static Path checkout() {
    return Path.of(System.getProperty("madoguchi.checkout", ".."));
  }

  private static Counter start() {
    try {
      delete(data());
      Counter started = Counter.start(Layout.ofCheckout(checkout(), data()), 0, SETTINGS);
      System.setProperty("madoguchi.server.home", started.layout().home().toString());
      System.setProperty("madoguchi.management.port", Integer.toString(started.managementPort()));
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
