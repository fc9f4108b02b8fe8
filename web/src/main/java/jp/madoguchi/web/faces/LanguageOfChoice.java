package jp.madoguchi.web.faces;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The language of a page: the one its address names (the public guide, which keeps no cookie), else
 * the one chosen ({@code ?lang=en}, kept in a cookie), else the browser's first that the counter
 * speaks, else Japanese.
 */
public class LanguageOfChoice extends ViewHandlerWrapper {

  private static final String CHOICE = "lang";
  private static final List<String> SPOKEN = List.of("ja", "en");
  private static final Map<String, Locale> BY_ADDRESS =
      Map.of("/guide", Locale.JAPANESE, "/guide/easy", PageTexts.EASY, "/guide/en", Locale.ENGLISH);
  private static final int ONE_YEAR = 365 * 24 * 60 * 60;

  public LanguageOfChoice(ViewHandler wrapped) {
    super(wrapped);
  }

  @Override
  public Locale calculateLocale(FacesContext faces) {
    return Optional.ofNullable(BY_ADDRESS.get(faces.getExternalContext().getRequestServletPath()))
        .orElseGet(() -> chosen(faces));
  }

  private Locale chosen(FacesContext faces) {
    return chosenNow(faces)
        .or(() -> chosenBefore(faces))
        .map(Locale::forLanguageTag)
        .orElseGet(() -> super.calculateLocale(faces));
  }

  private static Optional<String> chosenNow(FacesContext faces) {
    Optional<String> choice =
        Optional.ofNullable(faces.getExternalContext().getRequestParameterMap().get(CHOICE))
            .filter(SPOKEN::contains);
    choice.ifPresent(
        language ->
            faces
                .getExternalContext()
                .addResponseCookie(
                    CHOICE, language, Map.of("path", "/", "maxAge", ONE_YEAR, "httpOnly", true)));
    return choice;
  }

  private static Optional<String> chosenBefore(FacesContext faces) {
    return Optional.ofNullable(
            (Cookie) faces.getExternalContext().getRequestCookieMap().get(CHOICE))
        .map(Cookie::getValue)
        .filter(SPOKEN::contains);
  }
}
