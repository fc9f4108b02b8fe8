package jp.madoguchi.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import jp.madoguchi.agent.card.KeySource;

/** Counters side by side, each taking the next applicant as soon as it is free. */
final class Counters implements AutoCloseable {

  private static final Duration GLANCE = Duration.ofMillis(50);
  private static final List<String> BOTH = List.of("SIGNATURE", "USER_AUTHENTICATION");

  private final List<CounterPlace> places = new ArrayList<>();
  private final ExecutorService clerks;
  private final Queue<Applicant> queue;
  private final CountDownLatch closedCounters;
  private final AtomicLong finished = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private volatile Timings timings = new Timings();
  private volatile boolean closed;

  Counters(
      Office office,
      List<Applicant> applicants,
      KeySource keys,
      Duration lookEvery,
      int terminals) {
    queue = new ConcurrentLinkedQueue<>(applicants);
    clerks = Executors.newFixedThreadPool(terminals);
    closedCounters = new CountDownLatch(terminals);
    Api clerk = new Api(office.address(), "clerk1");
    for (int i = 1; i <= terminals; i++) {
      String terminal = "B%d".formatted(i);
      CounterPlace place = CounterPlace.at(office, terminal);
      places.add(place);
      clerks.execute(
          () -> {
            serve(place, terminal, clerk, keys, lookEvery);
            closedCounters.countDown();
          });
    }
  }

  long finished() {
    return finished.get();
  }

  /** Lets the counters work on for a while. */
  void work(Duration duration) throws InterruptedException {
    if (closedCounters.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
      throw nobodyWaits();
    }
  }

  /** Lets the counters work on until so many more cases are finished. */
  void work(int cases) throws InterruptedException {
    long all = finished.get() + cases;
    while (finished.get() < all) {
      work(GLANCE);
    }
  }

  /** Lets the counters work on for a while and counts the cases that end in it. */
  Measured measure(Duration duration) throws InterruptedException {
    return measure(() -> work(duration));
  }

  /** Lets the counters work on until so many cases have ended, whatever else the machine does. */
  Measured measure(int cases) throws InterruptedException {
    return measure(() -> work(cases));
  }

  /** What the counters do meanwhile. */
  private interface Stretch {
    void pass() throws InterruptedException;
  }

  private Measured measure(Stretch stretch) throws InterruptedException {
    Timings measuring = new Timings();
    timings = measuring;
    long cases = finished.get();
    long failures = failed.get();
    long start = System.nanoTime();
    stretch.pass();
    long ended = finished.get();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    timings = new Timings();
    if (queue.isEmpty()) {
      throw nobodyWaits();
    }
    return new Measured(ended - cases, failed.get() - failures, took, measuring);
  }

  private static IllegalStateException nobodyWaits() {
    return new IllegalStateException("Nobody waits any more: use more --people");
  }

  private void serve(
      CounterPlace place, String terminal, Api clerk, KeySource keys, Duration lookEvery) {
    for (Applicant next = queue.poll(); next != null && !closed; next = queue.poll()) {
      try {
        place.putOn(next, keys);
        new Visit(clerk, terminal, BOTH, lookEvery, timings).take(next);
        finished.incrementAndGet();
      } catch (RuntimeException e) {
        if (!closed) {
          failed.incrementAndGet();
          WholeCases.say("a case failed at " + terminal + ": " + e.getMessage());
        }
      } finally {
        place.takeOff();
      }
    }
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    clerks.shutdown();
    clerks.awaitTermination(30, TimeUnit.SECONDS);
    places.forEach(CounterPlace::close);
  }
}
