package jp.madoguchi.bench;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long acts took, in microseconds with three digits kept. */
final class Timings {

  private static final long LONGEST = TimeUnit.MINUTES.toMicros(10);

  private final Map<Act, Histogram> histograms = new EnumMap<>(Act.class);

  Timings() {
    for (Act act : Act.values()) {
      histograms.put(act, new ConcurrentHistogram(LONGEST, 3));
    }
  }

  <T> T timed(Act act, Supplier<T> work) {
    long start = System.nanoTime();
    T result = work.get();
    add(act, System.nanoTime() - start);
    return result;
  }

  void add(Act act, long nanos) {
    long micros = TimeUnit.NANOSECONDS.toMicros(nanos);
    histograms.get(act).recordValue(Math.min(LONGEST, micros));
  }

  Histogram of(Act act) {
    return histograms.get(act);
  }
}
