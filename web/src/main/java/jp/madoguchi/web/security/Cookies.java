package jp.madoguchi.web.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The cookies of paired browsers. */
final class Cookies {

  static final String WORKSTATION = "madoguchi-workstation";
  static final String SECOND_SCREEN = "madoguchi-screen";

  private Cookies() {}

  static Optional<String> find(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getCookies()).stream()
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue)
        .findFirst();
  }

  static Cookie secret(HttpServletRequest request, String name, String value, Duration lasts) {
    Cookie cookie = new Cookie(name, value);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setMaxAge((int) lasts.toSeconds());
    cookie.setAttribute("SameSite", "Strict");
    return cookie;
  }
}
