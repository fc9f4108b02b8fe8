package jp.madoguchi.bench;

import java.time.Duration;

/** What came of a stretch of work. */
record Measured(long cases, long failures, Duration duration, Timings timings) {

  double casesPerSecond() {
    return cases / (duration.toNanos() / 1e9);
  }
}
