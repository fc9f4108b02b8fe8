package jp.madoguchi.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Requests and answers as plain as a filter needs them. */
final class Servlets {

  private Servlets() {}

  /** A request that a test describes. */
  static final class Asked {
    final String method;
    final String path;
    String uri;
    final Map<String, String> headers = new HashMap<>();
    final Map<String, Object> attributes = new HashMap<>();
    final Map<String, String[]> parameters = new HashMap<>();
    Set<String> roles = Set.of();
    HttpSession session;
    long contentLength = -1;
    String address = "127.0.0.1";

    Asked(String method, String path) {
      this.method = method;
      this.path = path;
      this.uri = path;
      headers.put("host", "counter.example:8080");
    }

    Asked header(String name, String value) {
      headers.put(name.toLowerCase(Locale.ROOT), value);
      return this;
    }

    Asked parameter(String name, String... values) {
      parameters.put(name, values);
      return this;
    }

    Asked as(String... wanted) {
      roles = Set.of(wanted);
      return this;
    }

    Asked session(HttpSession wanted) {
      session = wanted;
      return this;
    }

    HttpServletRequest request() {
      return fake(
          HttpServletRequest.class,
          (name, arguments) ->
              switch (name) {
                case "getMethod" -> method;
                case "getServletPath" -> path;
                case "getRequestURI" -> uri;
                case "getContextPath" -> "";
                case "getHeader" -> headers.get(arguments[0].toString().toLowerCase(Locale.ROOT));
                case "getLocales" -> Collections.enumeration(List.of(Locale.JAPANESE));
                case "getAttribute" -> attributes.get(arguments[0].toString());
                case "setAttribute" -> attributes.put(arguments[0].toString(), arguments[1]);
                case "getParameterValues" -> parameters.get(arguments[0].toString());
                case "getUserPrincipal" -> roles.isEmpty() ? null : (Principal) () -> "somebody";
                case "isUserInRole" -> roles.contains(arguments[0].toString());
                case "isSecure" -> false;
                case "getRemoteAddr" -> address;
                case "getSession" -> session;
                case "getContentLengthLong" -> contentLength;
                default -> null;
              });
    }
  }

  /** What came back. */
  static final class Answered {
    int status = 200;
    final Map<String, String> headers = new HashMap<>();
    final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final PrintWriter writer = new PrintWriter(body, true, StandardCharsets.UTF_8);
    boolean passed;

    String text() {
      writer.flush();
      return body.toString(StandardCharsets.UTF_8);
    }

    FilterChain chain() {
      return (request, response) -> passed = true;
    }

    HttpServletResponse response() {
      return fake(
          HttpServletResponse.class,
          (name, arguments) -> {
            switch (name) {
              case "setStatus", "sendError" -> status = (int) arguments[0];
              case "sendRedirect" -> {
                status = 302;
                headers.put("Location", arguments[0].toString());
              }
              case "setHeader" -> headers.put(arguments[0].toString(), arguments[1].toString());
              case "setContentType" -> headers.put("Content-Type", arguments[0].toString());
              case "getOutputStream" -> {
                return stream();
              }
              case "getWriter" -> {
                return writer;
              }
              default -> {}
            }
            return null;
          });
    }

    private ServletOutputStream stream() {
      return new ServletOutputStream() {
        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
          throw new UnsupportedOperationException();
        }

        @Override
        public void write(int octet) {
          body.write(octet);
        }
      };
    }
  }

  /** A session that only keeps attributes. */
  static HttpSession session() {
    Map<String, Object> attributes = new HashMap<>();
    return fake(
        HttpSession.class,
        (name, arguments) ->
            switch (name) {
              case "getAttribute" -> attributes.get(arguments[0].toString());
              case "setAttribute" -> attributes.put(arguments[0].toString(), arguments[1]);
              default -> null;
            });
  }

  private interface Behaviour {
    Object call(String name, Object[] arguments);
  }

  private static <T> T fake(Class<T> type, Behaviour behaviour) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Object result = behaviour.call(method.getName(), arguments);
              return method.getReturnType() == void.class ? null : result;
            }));
  }
}
