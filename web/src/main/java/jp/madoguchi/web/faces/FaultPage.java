package jp.madoguchi.web.faces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bug: the screen gets a reference, the log gets the cause under the same reference. */
@Named("faultPage")
@RequestScoped
public class FaultPage {

  private static final Logger LOG = LoggerFactory.getLogger(FaultPage.class);
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Letters and digits that cannot be mistaken for each other on the telephone. */
  private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

  private static final int LENGTH = 8;

  private final HttpServletRequest request;
  private String reference;

  /** For the container's proxy. */
  protected FaultPage() {
    this(null);
  }

  @Inject
  public FaultPage(HttpServletRequest request) {
    this.request = request;
  }

  @PostConstruct
  void note() {
    StringBuilder signs = new StringBuilder();
    RANDOM.ints(LENGTH, 0, SIGNS.length()).forEach(sign -> signs.append(SIGNS.charAt(sign)));
    reference = signs.insert(LENGTH / 2, '-').toString();
    LOG.error(
        "Fault {} at {}",
        reference,
        request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
        (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
  }

  public String getReference() {
    return reference;
  }
}
