package jp.madoguchi.web.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.madoguchi.web.rest.Json;
import jp.madoguchi.web.security.AccessRules;

/**
 * The description of all resources. The build reads paths, methods and types from their classes;
 * this adds to each operation what is the same everywhere or decided elsewhere: for whom the door
 * is open, the header against forgery, and the form of problems.
 */
@ApplicationScoped
public class OpenApiDocument {

  private static final String MADE_BY_THE_BUILD = "resources.json";
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");
  private static final Set<String> READS = Set.of("get", "head");

  private final String json = Json.write(whole());

  String json() {
    return json;
  }

  private static ObjectNode whole() {
    ObjectNode document = read();
    for (Map.Entry<String, ?> path : document.withObject("/paths").properties()) {
      ((ObjectNode) path.getValue())
          .properties().stream()
              .filter(entry -> METHODS.contains(entry.getKey()))
              .forEach(
                  entry -> complete(path.getKey(), entry.getKey(), (ObjectNode) entry.getValue()));
    }
    return document;
  }

  private static ObjectNode read() {
    try (InputStream made = OpenApiDocument.class.getResourceAsStream(MADE_BY_THE_BUILD)) {
      return (ObjectNode) Json.mapper().readTree(made);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void complete(String path, String method, ObjectNode operation) {
    Set<String> roles = AccessRules.roles(method.toUpperCase(Locale.ROOT), path).orElseThrow();
    ArrayNode security = operation.putArray("security");
    if (!roles.isEmpty()) {
      security.addObject().putArray("basic");
      security.addObject().putArray("session");
      ArrayNode named = operation.putArray("x-roles");
      new TreeSet<>(roles).forEach(named::add);
      if (!READS.contains(method)) {
        operation
            .withArray("/parameters")
            .addObject()
            .put("$ref", "#/components/parameters/Forgery");
      }
    }
    problems(operation);
  }

  private static void problems(ObjectNode operation) {
    operation
        .withObject("/responses")
        .putObject("default")
        .put("$ref", "#/components/responses/Problem");
  }
}
