package jp.madoguchi.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.madoguchi.web.rest.ApiApplication;
import jp.madoguchi.web.rest.Json;
import org.junit.jupiter.api.Test;

/** The description of the API is the API, no more and no less. */
class OpenApiDocumentTest {

  private static final String ROOT =
      ApiApplication.class.getAnnotation(ApplicationPath.class).value();

  private final JsonNode document = read();

  @Test
  void everyPathAndMethodOfTheResourcesIsDescribedAndNothingElse() {
    Set<String> described = new TreeSet<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            described.add(
                                method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
    assertThat(described).isEqualTo(ofTheResources()).hasSizeGreaterThan(50);
  }

  @Test
  void everyOperationSaysWhoMayCallItAndHowItRefuses() {
    operations()
        .forEach(
            operation -> {
              boolean open = operation.get("security").isEmpty();
              assertThat(operation.has("x-roles")).as(operation.toString()).isNotEqualTo(open);
              assertThat(operation.at("/responses/default/$ref").asText())
                  .isEqualTo("#/components/responses/Problem");
            });
    assertThat(operation("/api/applications", "post").get("x-roles").toString())
        .isEqualTo("[\"CLERK\",\"SUPERVISOR\"]");
    assertThat(operation("/api/guide", "post").get("security")).isEmpty();
  }

  @Test
  void everyActInASessionNamesTheHeaderAgainstForgery() {
    assertThat(operation("/api/applications", "post").get("parameters").toString())
        .contains("#/components/parameters/Forgery");
    assertThat(operation("/api/applications", "get").get("parameters").toString())
        .doesNotContain("Forgery");
    assertThat(document.at("/components/parameters/Forgery/name").asText())
        .isEqualTo("X-Madoguchi");
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    document
        .findValuesAsText("$ref")
        .forEach(
            reference -> {
              assertThat(reference).startsWith("#/");
              assertThat(document.at(reference.substring(1)).isMissingNode())
                  .as(reference)
                  .isFalse();
            });
  }

  @Test
  void theMainFlowHasExamples() {
    for (String path :
        new String[] {
          "/api/guide",
          "/api/applications",
          "/api/applications/{receptionNumber}/steps/{step}",
          "/api/customer/{terminal}/pins"
        }) {
      assertThat(operation(path, "post").at("/requestBody/content/application~1json/examples"))
          .as(path)
          .isNotEmpty();
    }
    assertThat(operation("/api/applications", "post").at("/responses/422/$ref").asText())
        .isEqualTo("#/components/responses/Refused");
  }

  private JsonNode operation(String path, String method) {
    return document.get("paths").get(path).get(method);
  }

  private Stream<JsonNode> operations() {
    return document.get("paths").properties().stream()
        .flatMap(path -> path.getValue().properties().stream())
        .map(java.util.Map.Entry::getValue);
  }

  private static JsonNode read() {
    try {
      return Json.mapper().readTree(new OpenApiDocument().json());
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** By reflection, since the description was made by another reader. */
  private static Set<String> ofTheResources() {
    Set<String> all = new TreeSet<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("jp.madoguchi.web")) {
      if (type.isAnnotatedWith(Path.class)) {
        Class<?> resource = type.reflect();
        for (Method method : resource.getDeclaredMethods()) {
          httpMethod(method).ifPresent(verb -> all.add(verb + " " + path(resource, method)));
        }
      }
    }
    return all;
  }

  private static Optional<String> httpMethod(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .filter(type -> type.isAnnotationPresent(HttpMethod.class))
        .map(type -> type.getAnnotation(HttpMethod.class).value())
        .findFirst();
  }

  private static String path(Class<?> resource, Method method) {
    String path = ROOT + "/" + resource.getAnnotation(Path.class).value();
    if (method.isAnnotationPresent(Path.class)) {
      path += "/" + method.getAnnotation(Path.class).value();
    }
    // A parameter's pattern is no part of its name.
    return path.replaceAll("\\{([^:}]+):([^{}]|\\{[^}]*})*}", "{$1}").replaceAll("//+", "/");
  }
}
