package jp.madoguchi.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jp.madoguchi.audit.Actors;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.settings.Settings;

/** Knows what stands on every paper. Settings {@code office.name} and {@code office.section}. */
@ApplicationScoped
public class Letterheads {

  private final Settings settings;
  private final OfficeClock clock;
  private final Actors actors;

  protected Letterheads() {
    this(null, null, null);
  }

  @Inject
  public Letterheads(Settings settings, OfficeClock clock, Actors actors) {
    this.settings = settings;
    this.clock = clock;
    this.actors = actors;
  }

  /** For a paper that is printed now, by the caller. */
  public Letterhead current() {
    return new Letterhead(
        settings.text("office.name", "市役所"),
        settings.text("office.section", "市民課"),
        PaperDates.minute(clock.instant()),
        actors.current().login(),
        settings.training());
  }
}
