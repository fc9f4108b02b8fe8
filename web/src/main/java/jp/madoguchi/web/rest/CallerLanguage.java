package jp.madoguchi.web.rest;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The caller's language: the one chosen on a page, else the first asked for that we speak. */
public final class CallerLanguage {

  private static final List<String> SPOKEN = List.of("ja", "en");

  private CallerLanguage() {}

  public static Locale of(HttpServletRequest request) {
    return chosen(request)
        .or(() -> asked(request))
        .map(Locale::forLanguageTag)
        .orElse(Locale.JAPANESE);
  }

  private static Optional<String> chosen(HttpServletRequest request) {
    return Optional.ofNullable(request.getCookies()).stream()
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals("lang"))
        .map(Cookie::getValue)
        .filter(SPOKEN::contains)
        .findFirst();
  }

  private static Optional<String> asked(HttpServletRequest request) {
    if (request.getHeader("Accept-Language") == null) {
      return Optional.empty();
    }
    Stream<Locale> locales = Collections.list(request.getLocales()).stream();
    return locales.map(Locale::getLanguage).filter(SPOKEN::contains).findFirst();
  }
}
