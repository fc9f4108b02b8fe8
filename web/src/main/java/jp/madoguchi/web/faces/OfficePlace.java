package jp.madoguchi.web.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.madoguchi.settings.OfficeContact;
import jp.madoguchi.settings.Settings;

/**
 * Where the public finds and reaches the counter. Settings {@code office.place} and {@code
 * office.contact}; not set, what the city's own page says.
 */
@Named("officePlace")
@RequestScoped
public class OfficePlace {

  private final Settings settings;
  private final OfficeContact contact;
  private final PageTexts texts;

  /** For the container's proxy. */
  protected OfficePlace() {
    this(null, null, null);
  }

  @Inject
  public OfficePlace(Settings settings, OfficeContact contact, PageTexts texts) {
    this.settings = settings;
    this.contact = contact;
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
    return contact.phone();
  }

  public String getFax() {
    return contact.fax();
  }

  public String getMail() {
    return contact.mail();
  }

  private String said(String name) {
    return settings.text(name, texts.get(name));
  }
}
