package jp.madoguchi.staff;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.madoguchi.audit.Actors;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.staff.jpa.DraftTable;

/**
 * Drafts survive the end of a session. Each sees only their own, and for seven days: a draft may
 * hold a resident's name, which has no place here for longer.
 */
@Stateless
@RolesAllowed({"CLERK", "SUPERVISOR", "PROCESS_OWNER", "AUDITOR", "ADMIN"})
public class Drafts {

  public static final Duration KEPT = Duration.ofDays(7);

  /** The longest content, in bytes of UTF-8. */
  public static final int LARGEST = 64 * 1024;

  private static final Pattern PAGE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

  private DraftTable table;
  private Actors actors;
  private OfficeClock clock;

  protected Drafts() {}

  @Inject
  public Drafts(DraftTable table, Actors actors, OfficeClock clock) {
    this.table = table;
    this.actors = actors;
    this.clock = clock;
  }

  public Optional<Draft> find(String page) {
    return table
        .find(owner(), page)
        .filter(draft -> draft.at().isAfter(clock.instant().minus(KEPT)));
  }

  /**
   * Keeps the draft in place of an older one.
   *
   * @param content well-formed JSON
   */
  public void put(String page, String content) {
    if (!PAGE.matcher(page).matches()) {
      throw Problem.refused("not-found").asException();
    }
    if (content.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
      throw Problem.refused("draft-too-large", LARGEST / 1024).asException();
    }
    table.put(owner(), new Draft(page, content, clock.instant()));
  }

  public void remove(String page) {
    table.remove(owner(), page);
  }

  private String owner() {
    return actors.current().login();
  }
}
