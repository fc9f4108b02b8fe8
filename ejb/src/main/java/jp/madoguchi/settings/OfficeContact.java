package jp.madoguchi.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * How the office is reached, whatever the language. Settings {@code office.phone}, {@code
 * office.fax} and {@code office.mail}; not set, what the city's own page says.
 */
@ApplicationScoped
public class OfficeContact {

  private final Settings settings;

  /** For the container's proxy. */
  protected OfficeContact() {
    this(null);
  }

  @Inject
  public OfficeContact(Settings settings) {
    this.settings = settings;
  }

  public String phone() {
    return settings.text("office.phone", "046-225-2039");
  }

  public String fax() {
    return settings.text("office.fax", "046-223-3506");
  }

  public String mail() {
    return settings.text("office.mail", "2600@city.atsugi.kanagawa.jp");
  }
}
