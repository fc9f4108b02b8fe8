package jp.madoguchi.issuance;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.cmp.CmpAnswer;
import jp.madoguchi.issuance.cmp.CmpPeer;
import jp.madoguchi.issuance.cmp.CmpReply;
import jp.madoguchi.issuance.cmp.CmpSettings;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.settings.Settings;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * The line to the authority outside. After an answer that did not come it rests, each time longer,
 * up to a minute: so that a counter full of cards does not wait for the same silence one by one.
 */
@ApplicationScoped
public class OutsideLine {

  private static final System.Logger LOG = System.getLogger(OutsideLine.class.getName());

  /** How many speak at once; each may hold a connection of the database meanwhile. */
  private static final int AT_ONCE = 4;

  private final Semaphore places = new Semaphore(AT_ONCE, true);
  private final Map<CertificateType, CmpPeer> peers = new EnumMap<>(CertificateType.class);
  private List<String> described = List.of();
  private CmpSettings settings;
  private OfficeClock clock;
  private Silence silence;

  private record Silence(Instant since, int times, Instant restsUntil) {}

  protected OutsideLine() {}

  @Inject
  public OutsideLine(Settings settings, OfficeClock clock) {
    this.settings = new CmpSettings(settings);
    this.clock = clock;
  }

  /** Whether an authority outside is described in the settings. */
  boolean present() {
    return settings.present();
  }

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code cmp-settings-wrong} with the setting
   */
  List<X509CertificateHolder> issuers(CertificateType type) {
    return settings.issuers(type.path());
  }

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code cmp-settings-wrong} with the setting
   */
  synchronized CmpPeer peer(CertificateType type) {
    List<String> standing = settings.standing();
    if (!standing.equals(described)) {
      peers.clear();
      described = standing;
    }
    return peers.computeIfAbsent(type, each -> settings.peer(each.path()));
  }

  /** Since when there is no answer; empty: the last one came, or nothing was asked yet. */
  public synchronized Optional<Instant> silentSince() {
    return Optional.ofNullable(silence).map(Silence::since);
  }

  /** Whether it rests after an answer that did not come. */
  synchronized boolean rests() {
    Instant now = clock.instant();
    return silence != null
        && silence.restsUntil().isAfter(now)
        && !silence.restsUntil().isAfter(now.plus(Duration.ofMinutes(1)));
  }

  /** Asks, unless it rests; whether an answer came decides whether it does so afterwards. */
  CmpReply ask(CertificateType type, Function<CmpPeer, CmpReply> question) {
    if (rests()) {
      return new CmpReply(new CmpAnswer.Silent("the line rests"), null);
    }
    if (!entered()) {
      return new CmpReply(new CmpAnswer.Silent("too many wait already"), null);
    }
    try {
      CmpReply reply = asked(type, question);
      note(reply.answer());
      return reply;
    } finally {
      places.release();
    }
  }

  /**
   * A setting that became wrong is waited for, and said, like whatever else keeps an answer away.
   */
  private CmpReply asked(CertificateType type, Function<CmpPeer, CmpReply> question) {
    CmpPeer peer;
    try {
      peer = peer(type);
    } catch (BusinessException e) {
      return new CmpReply(
          new CmpAnswer.Silent(e.problem().code() + " " + e.problem().arguments()), null);
    }
    return question.apply(peer);
  }

  private boolean entered() {
    try {
      return places.tryAcquire(1, 5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private synchronized void note(CmpAnswer answer) {
    Instant now = clock.instant();
    if (answer instanceof CmpAnswer.Silent silent) {
      int times = silence == null ? 1 : silence.times() + 1;
      Instant since = silence == null ? now : silence.since();
      silence = new Silence(since, times, now.plusSeconds(Math.min(60, 1L << Math.min(times, 6))));
      LOG.log(WARNING, "The authority outside does not answer since {0}: {1}", since, silent.why());
    } else if (silence != null) {
      LOG.log(INFO, "The authority outside answers again; it did not since {0}", silence.since());
      silence = null;
    }
  }
}
