package jp.madoguchi.inside;

import java.io.File;
import java.net.URISyntaxException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * A small application beside the counter on its running server: it sees the counter's classes, and
 * the counter does not know of it.
 */
final class Beside {

  /** Without their META-INF: their beans stay theirs, and are not made a second time. */
  private static final String DEPENDENCIES =
      """
      <jboss-deployment-structure xmlns="urn:jboss:deployment-structure:1.3">
        <deployment>
          <dependencies>
            <module name="deployment.madoguchi.ear"/>
            <module name="deployment.madoguchi.ear.madoguchi-ejb.jar"/>
          </dependencies>
        </deployment>
      </jboss-deployment-structure>
      """;

  private Beside() {}

  static WebArchive theCounter() {
    return ShrinkWrap.create(WebArchive.class, "inside.war")
        .addClasses(Beside.class, AsClerk.class, AsAuditor.class)
        .addAsLibraries(jarOf(Assertions.class))
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
        .addAsWebInfResource(new StringAsset(DEPENDENCIES), "jboss-deployment-structure.xml");
  }

  /** One of the counter's boundaries, as its own pages reach it. */
  static <T> T boundary(Class<T> type) {
    String name =
        "java:global/madoguchi/madoguchi-ejb/%s!%s".formatted(type.getSimpleName(), type.getName());
    try {
      return type.cast(new InitialContext().lookup(name));
    } catch (NamingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static File jarOf(Class<?> type) {
    try {
      return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
