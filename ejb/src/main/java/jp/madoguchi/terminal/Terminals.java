package jp.madoguchi.terminal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.terminal.jpa.TerminalRepository;

/** The registered terminals. */
@ApplicationScoped
public class Terminals {

  private static final Pattern ID = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,19}");
  private static final int LONGEST_NAME = 100;
  private static final Duration SEEN_EVERY = Duration.ofSeconds(30);

  private final Map<String, Instant> written = new ConcurrentHashMap<>();
  private final TerminalRepository terminals;
  private final OfficeClock clock;

  protected Terminals() {
    this(null, null);
  }

  @Inject
  public Terminals(TerminalRepository terminals, OfficeClock clock) {
    this.terminals = terminals;
    this.clock = clock;
  }

  static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  /**
   * Adds a terminal, or brings a retired one back.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code terminal-id}, {@code terminal-name},
   *     {@code terminal-taken}
   */
  public void add(String id, String name) {
    if (!isId(id)) {
      throw Problem.refused("terminal-id", id).asException();
    }
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw Problem.refused("terminal-name", LONGEST_NAME).asException();
    }
    if (!terminals.add(id, name.strip(), clock.instant())) {
      throw Problem.conflict("terminal-taken", id).asException();
    }
  }

  /**
   * Keeps all others from changing the terminal's standing until the transaction ends.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code not-found}
   */
  void hold(String id) {
    require(id);
    terminals.hold(id);
  }

  public void retire(String id) {
    terminals.retire(id, clock.instant());
  }

  public Optional<Terminal> find(String id) {
    return terminals.find(id);
  }

  public List<Terminal> all() {
    return terminals.all();
  }

  /**
   * The terminal of this id.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code not-found}
   */
  public Terminal require(String id) {
    return find(id).orElseThrow(() -> Problem.refused("not-found", id).asException());
  }

  /** Whether the table's note of the last call is due again; true at most every half minute. */
  public boolean seenIsDue(String id) {
    Instant now = clock.instant();
    Instant before = written.get(id);
    boolean due = before == null || Duration.between(before, now).abs().compareTo(SEEN_EVERY) >= 0;
    if (due) {
      written.put(id, now);
    }
    return due;
  }

  public void seen(String id, String agentVersion) {
    terminals.seen(id, clock.instant(), agentVersion);
  }
}
