package jp.madoguchi.agent.card;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a card knows only while it has power: what is selected and which PINs were verified. */
final class Session {

  private Application application;
  private ElementaryFile file;
  private final Set<Pin> verified = EnumSet.noneOf(Pin.class);

  /** Selecting an application, also the same one again, forgets the PINs. */
  void select(Application selected) {
    application = selected;
    file = null;
    verified.clear();
  }

  void select(ElementaryFile selected) {
    file = selected;
  }

  void deselectFile() {
    file = null;
  }

  Optional<Application> application() {
    return Optional.ofNullable(application);
  }

  Optional<ElementaryFile> file() {
    return Optional.ofNullable(file);
  }

  void verified(Pin pin) {
    verified.add(pin);
  }

  void forget(Pin pin) {
    verified.remove(pin);
  }

  boolean isVerified(Pin pin) {
    return verified.contains(pin);
  }

  boolean mayRead(ElementaryFile.Readable readable) {
    Set<Pin> after = readable.readableAfter();
    return after.isEmpty() || !Collections.disjoint(after, verified);
  }
}
