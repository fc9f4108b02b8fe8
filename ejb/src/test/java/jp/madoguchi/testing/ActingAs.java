package jp.madoguchi.testing;

import java.util.List;
import java.util.TreeSet;
import jp.madoguchi.audit.Actor;
import jp.madoguchi.audit.Actors;

/** Somebody who acts in a test. */
public final class ActingAs extends Actors {

  private final Actor actor;

  private ActingAs(Actor actor) {
    this.actor = actor;
  }

  public static ActingAs somebody(String login, String... roles) {
    return new ActingAs(new Actor(login, new TreeSet<>(List.of(roles)), null));
  }

  public static ActingAs system() {
    return new ActingAs(Actor.SYSTEM);
  }

  @Override
  public Actor current() {
    return actor;
  }
}
