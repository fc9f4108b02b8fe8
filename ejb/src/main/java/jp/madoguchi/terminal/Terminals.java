package jp.madoguchi.terminal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.staff.TerminalCredentials;
import jp.madoguchi.terminal.jpa.TerminalRepository;

/**
 * The registered terminals. A terminal's secret is 256 random bits, shown once at its enrolment;
 * the table keeps its SHA-256, which for a random secret needs neither salt nor stretching.
 */
@ApplicationScoped
public class Terminals implements TerminalCredentials {

  private static final Pattern ID = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,19}");
  private static final Duration SEEN_EVERY = Duration.ofSeconds(30);
  private static final SecureRandom RANDOM = new SecureRandom();

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

  /**
   * Registers a terminal, or gives a registered one a new secret in place of the old.
   *
   * @return the secret, 64 hexadecimal digits, which nothing can show again
   */
  public String enrol(String id, String name) {
    if (!ID.matcher(id).matches()) {
      throw Problem.refused("terminal-id", id).asException();
    }
    byte[] secret = new byte[32];
    RANDOM.nextBytes(secret);
    String text = HexFormat.of().formatHex(secret);
    terminals.enrol(id, name, hash(text), clock.instant());
    return text;
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

  @Override
  public Optional<String> verify(String id, String secret) {
    byte[] presented = hash(secret);
    return terminals
        .secretHash(id)
        .filter(known -> MessageDigest.isEqual(known, presented))
        .map(known -> id);
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

  private static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is a part of every Java platform", e);
    }
  }
}
