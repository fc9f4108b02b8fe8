package jp.madoguchi.web.installation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Set;

/** The path of a resource as its class writes it: as few names as there are resources. */
@Provider
public class ResourceName implements ContainerRequestFilter {

  private static final String ATTRIBUTE = ResourceName.class.getName();
  private static final Set<String> FOLDERS =
      Set.of("ocsp", "crl", "ca", "health", "metrics", "guide", "assets", "jakarta.faces.resource");

  @Context private ResourceInfo resource;
  @Context private HttpServletRequest request;

  @Override
  public void filter(ContainerRequestContext context) {
    Method method = resource.getResourceMethod();
    String ofClass = path(method.getDeclaringClass().getAnnotation(Path.class));
    request.setAttribute(ATTRIBUTE, "/api" + ofClass + path(method.getAnnotation(Path.class)));
  }

  private static String path(Path annotated) {
    return annotated == null
        ? ""
        : "/" + annotated.value().replaceAll("\\{([^:}]+):([^{}]|\\{[^}]*})*}", "{$1}");
  }

  static String of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof String name) {
      return name;
    }
    String path = request.getServletPath();
    if (path.endsWith(".xhtml")) {
      return "pages";
    }
    String folder = path.split("/", 3).length > 1 ? path.split("/", 3)[1] : "";
    return FOLDERS.contains(folder) ? "/" + folder : "other";
  }
}
