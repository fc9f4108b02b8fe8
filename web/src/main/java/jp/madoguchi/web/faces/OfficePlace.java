package jp.madoguchi.web.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.madoguchi.settings.Settings;

/**
 * Where the public finds and reaches the counter. Settings {@code office.place}, {@code
 * office.contact}, {@code office.phone}, {@code office.fax} and {@code office.mail}; not set, what
 * the city's own page says.
 */
@Named("officePlace")
@RequestScoped
public class OfficePlace {

  private final Settings settings;
  private final PageTexts texts;

  /** For the container's proxy. */
  protected OfficePlace() {
    this(null, null);
  }

  @Inject
  public OfficePlace(Settings settings, PageTexts texts) {
    this.settings = settings;
    this.texts = texts;
  }

  public String getPlace() {
    return said("office.place");
  }

  /** The section that answers questions. */
  public String getContact() {
    return said("office.contact");
  }

  public String getPhone() {
    return said("office.phone");
  }

  public String getFax() {
    return said("office.fax");
  }

  public String getMail() {
    return said("office.mail");
  }

  private String said(String name) {
    return settings.text(name, texts.get(name));
  }
}
