package jp.madoguchi.issuance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;

/** Staff look at one certificate; looking is an act, since it tells something of a resident. */
@Stateless
@RolesAllowed({"CLERK", "SUPERVISOR", "AUDITOR"})
public class CertificateInquiry {

  @Inject private Certificates certificates;
  @Inject private AuditTrail trail;

  public Optional<CertificateStatus> look(CertificateSerialNumber serial) {
    Optional<CertificateStatus> found = certificates.find(serial);
    found.ifPresent(status -> trail.record(viewed(status.serial())));
    return found;
  }

  /** The signed certificate itself. */
  public Optional<IssuedCertificate> fetch(CertificateSerialNumber serial) {
    Optional<IssuedCertificate> found = certificates.issued(serial);
    found.ifPresent(certificate -> trail.record(viewed(certificate.serial())));
    return found;
  }

  private static Act viewed(CertificateSerialNumber serial) {
    return Act.done("certificate.viewed", "CERTIFICATE", serial.hex());
  }
}
