package jp.madoguchi.expiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import jp.madoguchi.eligibility.RenewalWindow;
import jp.madoguchi.settings.Settings;

/**
 * What the office chose about expiry notices. Settings {@code expiry.notices} (off), {@code
 * expiry.notices-at} (02:30, the office's time), {@code expiry.days} (how many days before the end
 * a notice is printed; not set, as soon as a renewal is possible, R-RENEWAL) and {@code
 * expiry.bundle} (25 notices in a file for the printer).
 */
@ApplicationScoped
public class ExpirySettings {

  private static final int LARGEST_BUNDLE = 200;

  private final Settings settings;

  protected ExpirySettings() {
    this(null);
  }

  @Inject
  public ExpirySettings(Settings settings) {
    this.settings = settings;
  }

  /** Whether this office prints notices at all. */
  public boolean notices() {
    return settings.flag("expiry.notices", false);
  }

  /** Whether the reply form takes the place of a letter (R-PROXY-NOTICE). */
  boolean replyTaken() {
    return settings.flag("proxy.notice-reply", false);
  }

  /** When the night's run begins. */
  public LocalTime at() {
    return LocalTime.parse(settings.text("expiry.notices-at", "02:30"));
  }

  /** The last day of the certificates that are spoken of today: never one that is still too far. */
  LocalDate until(LocalDate today) {
    LocalDate open = RenewalWindow.lastOpen(today);
    return settings
        .find("expiry.days")
        .map(days -> today.plusDays(Integer.parseInt(days)))
        .filter(chosen -> chosen.isBefore(open))
        .orElse(open);
  }

  int bundle() {
    return Math.min(Math.max(settings.number("expiry.bundle", 25), 1), LARGEST_BUNDLE);
  }
}
