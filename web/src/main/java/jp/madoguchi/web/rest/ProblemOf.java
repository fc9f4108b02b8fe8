package jp.madoguchi.web.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import jakarta.ejb.EJBAccessException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.nio.charset.CharacterCodingException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.problem.ProblemMembers;

/**
 * Finds out what an exception means for whoever asked, however deep the container wrapped it.
 * Nothing found: it is a bug.
 */
public final class ProblemOf {

  private static final String DISK_FULL = "53100";

  /** A text that the database cannot keep, such as one with a null character. */
  private static final String NO_TEXT = "22021";

  private ProblemOf() {}

  public static Optional<ProblemDocument> exception(Throwable thrown) {
    List<Throwable> causes = causes(thrown);
    if (causes.stream().anyMatch(ProblemOf::storeIsAway)) {
      return Optional.of(ProblemDocument.of(503, "store-unavailable"));
    }
    if (causes.stream().anyMatch(cause -> state(cause).equals(DISK_FULL))) {
      return Optional.of(ProblemDocument.of(503, "store-full"));
    }
    if (causes.stream().anyMatch(cause -> state(cause).equals(NO_TEXT))) {
      return Optional.of(ProblemDocument.of(400, "request-unreadable"));
    }
    // A form that says itself what is missing is heard through the parser that made it.
    return causes.stream()
        .filter(BusinessException.class::isInstance)
        .map(ProblemOf::one)
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> causes.stream().map(ProblemOf::one).flatMap(Optional::stream).findFirst());
  }

  private static Optional<ProblemDocument> one(Throwable cause) {
    if (cause instanceof BusinessException broken) {
      return Optional.of(ProblemDocument.of(broken.problem(), members(broken)));
    }
    if (cause instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return Optional.of(malformed(path(mapping)));
    }
    if (cause instanceof JsonProcessingException || cause instanceof CharacterCodingException) {
      return Optional.of(ProblemDocument.of(400, "request-unreadable"));
    }
    if (cause instanceof ConstraintViolationException violated) {
      return violated.getConstraintViolations().stream()
          .map(violation -> malformed(violation.getPropertyPath().toString()))
          .findFirst();
    }
    if (cause instanceof OptimisticLockException || cause instanceof PessimisticLockException) {
      return Optional.of(ProblemDocument.of(409, "changed-meanwhile"));
    }
    if (cause instanceof EJBAccessException) {
      return Optional.of(ProblemDocument.of(403, "not-allowed"));
    }
    if (cause instanceof WebApplicationException http) {
      return http(http.getResponse().getStatus());
    }
    return Optional.empty();
  }

  private static Map<String, Object> members(BusinessException broken) {
    return broken instanceof ProblemMembers more ? more.members() : Map.of();
  }

  private static ProblemDocument malformed(String field) {
    return ProblemDocument.of(400, "request-malformed", field).with("field", field);
  }

  private static Optional<ProblemDocument> http(int status) {
    String code =
        switch (status) {
          case 401 -> "login-required";
          case 403 -> "not-allowed";
          case 404 -> "not-found";
          case 405 -> "method-not-allowed";
          case 406 -> "not-acceptable";
          case 415 -> "unsupported-media-type";
          default -> "request-refused";
        };
    return status < 500 ? Optional.of(ProblemDocument.of(status, code)) : Optional.empty();
  }

  /** No connection to be had (class 08), or the server is going down (57P). */
  private static boolean storeIsAway(Throwable cause) {
    String state = state(cause);
    return state.startsWith("08")
        || state.startsWith("57P")
        || cause.getClass().getName().startsWith("jakarta.resource.");
  }

  /** What the database says of a failure; nothing where it does not say it. */
  private static String state(Throwable cause) {
    return cause instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
  }

  private static String path(JsonMappingException mapping) {
    StringBuilder path = new StringBuilder();
    for (Reference reference : mapping.getPath()) {
      if (reference.getFieldName() == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
      }
    }
    return path.toString();
  }

  private static List<Throwable> causes(Throwable thrown) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable next = thrown; next != null && causes.size() < 30; next = next.getCause()) {
      causes.add(next);
    }
    return causes;
  }
}
