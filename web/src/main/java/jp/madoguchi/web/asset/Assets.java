package jp.madoguchi.web.asset;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;

/**
 * Styles, scripts, drawings and typefaces. Pages ask for them below a name made of their content
 * ({@code /assets/<16 hexadecimal digits>/…}): a browser keeps them for good, and what was changed
 * has another name. Every server with the same content gives the same name.
 */
@Named
@ApplicationScoped
public class Assets {

  static final String PLACE = "/assets/";
  private static final int EDITION_OCTETS = 8;

  private final ServletContext context;
  private String edition;

  /** For the container's proxy. */
  protected Assets() {
    this(null);
  }

  @Inject
  public Assets(ServletContext context) {
    this.context = context;
  }

  @PostConstruct
  void readThemOnce() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      add(digest, PLACE);
      edition = HexFormat.of().formatHex(digest.digest(), 0, EDITION_OCTETS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The address below which a page names a script or a style, without a slash at its end. */
  public String getRoot() {
    return context.getContextPath() + PLACE + edition;
  }

  boolean isCurrent(String asked) {
    return edition.equals(asked);
  }

  private void add(MessageDigest digest, String path) throws IOException {
    digest.update(path.getBytes(StandardCharsets.UTF_8));
    if (path.endsWith("/")) {
      for (String one : new TreeSet<>(context.getResourcePaths(path))) {
        add(digest, one);
      }
      return;
    }
    try (InputStream content = new DigestInputStream(context.getResourceAsStream(path), digest)) {
      content.transferTo(OutputStream.nullOutputStream());
    }
  }
}
