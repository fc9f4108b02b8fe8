package jp.madoguchi.audit;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who acts, in which roles and where.
 *
 * @param login the login, the reader agent's id, or one of the two words of this class
 * @param roles the roles held at that time; empty for the system and for the public
 * @param terminal the counter's terminal at which the act was done; null where there is none
 */
public record Actor(String login, SortedSet<String> roles, String terminal) {

  /** The counter's own acts: timers, jobs, start-up. */
  public static final Actor SYSTEM = new Actor("system", new TreeSet<>(), null);

  /** Somebody who has not logged in. */
  public static Actor anonymous(String terminal) {
    return new Actor("anonymous", new TreeSet<>(), terminal);
  }
}
