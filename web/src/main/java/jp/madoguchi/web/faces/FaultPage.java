package jp.madoguchi.web.faces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jp.madoguchi.web.rest.Faults;

/** A bug: the screen gets a reference, the log gets the cause under the same reference. */
@Named("faultPage")
@RequestScoped
public class FaultPage {

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
    reference =
        Faults.note(
            String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)),
            (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
  }

  public String getReference() {
    return reference;
  }
}
