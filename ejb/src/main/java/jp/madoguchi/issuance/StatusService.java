package jp.madoguchi.issuance;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Consumer;
import javax.sql.DataSource;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.jpa.StatusTable;
import jp.madoguchi.settings.Settings;

/**
 * The status service for everybody (OCSP). Setting {@code ocsp.answers}: of how many certificates
 * the signed answers are kept in memory.
 */
@ApplicationScoped
public class StatusService {

  private static final int KEPT = 20_000;

  @Resource(lookup = "java:jboss/datasources/MadoguchiStatus")
  private DataSource source;

  @Inject private OcspResponder responder;
  @Inject private OfficeClock clock;
  @Inject private Settings settings;

  private volatile StatusDesk desk;

  /** Once the authorities are established. */
  public void start() {
    StatusDesk opened =
        new StatusDesk(
            responder, new StatusTable(source), clock, settings.number("ocsp.answers", KEPT));
    opened.open();
    desk = opened;
  }

  @PreDestroy
  void stop() {
    if (desk != null) {
      desk.close();
    }
  }

  /**
   * Every request has an answer; what cannot be answered gets an error of RFC 6960 4.2.1.
   *
   * @param reply is called once, by any thread, and must not wait
   */
  public void ask(CertificateType type, byte[] request, Consumer<OcspAnswer> reply) {
    if (desk == null) {
      reply.accept(OcspResponder.later());
    } else {
      desk.ask(type, request, reply);
    }
  }
}
