package jp.madoguchi.web.issuance;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Consumer;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.OcspAnswer;
import jp.madoguchi.issuance.StatusService;
import jp.madoguchi.web.installation.RequestTimer;
import jp.madoguchi.web.security.CallLimits;

/** What {@link OcspHandler} needs, which stands before the container that injects it. */
@WebListener
public class OcspFront implements ServletContextListener {

  static final String ATTRIBUTE = OcspFront.class.getName();

  @Inject private StatusService service;
  @Inject private CallLimits limits;
  @Inject private OfficeClock clock;
  @Inject private RequestTimer.Times times;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    event.getServletContext().setAttribute(ATTRIBUTE, this);
  }

  void ask(CertificateType type, byte[] request, Consumer<OcspAnswer> reply) {
    service.ask(type, request, reply);
  }

  /** The seconds to wait where this caller asks too often. */
  OptionalLong tooMany(String address) {
    return limits.tooManyForStatus(address);
  }

  Instant now() {
    return clock.instant();
  }

  void answered(String method, int status, long nanos) {
    times.record("/ocsp", method, status, nanos);
  }
}
