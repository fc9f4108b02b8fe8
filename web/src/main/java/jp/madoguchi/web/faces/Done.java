package jp.madoguchi.web.faces;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.text.MessageFormat;
import java.util.Locale;

/** That an act is done, told at the head of the page that is shown next. */
public final class Done {

  private Done() {}

  /**
   * Goes to a page, there to tell what was done.
   *
   * @param page the page, with its parameters
   * @param key the pages' word that tells it
   */
  public static String at(String page, String key, Object... arguments) {
    FacesContext faces = FacesContext.getCurrentInstance();
    Locale locale = faces.getViewRoot().getLocale();
    String text = PageTexts.bundle(locale).getString(key);
    faces.addMessage(
        null,
        new FacesMessage(
            FacesMessage.SEVERITY_INFO, new MessageFormat(text, locale).format(arguments), ""));
    faces.getExternalContext().getFlash().setKeepMessages(true);
    return page + (page.contains("?") ? "&" : "?") + "faces-redirect=true";
  }
}
