package jp.madoguchi.issuance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.issuance.jpa.CertificateRepository;
import jp.madoguchi.issuance.jpa.StoredCertificate;

/** What the office knows about the certificates it ordered, oldest first. */
@ApplicationScoped
public class Certificates {

  private CertificateRepository certificates;

  protected Certificates() {}

  @Inject
  public Certificates(CertificateRepository certificates) {
    this.certificates = certificates;
  }

  public Optional<CertificateStatus> find(CertificateSerialNumber serial) {
    return certificates.find(serial).map(StoredCertificate::status);
  }

  /** The signed certificate; empty where there is none, or it is only planned. */
  public Optional<IssuedCertificate> issued(CertificateSerialNumber serial) {
    return certificates
        .find(serial)
        .filter(certificate -> certificate.signature() != null)
        .map(OwnCertificationAuthority::issued);
  }

  public List<CertificateStatus> ofResident(long residentId) {
    return certificates.ofResident(residentId).stream().map(StoredCertificate::status).toList();
  }

  /** All of these residents that are not revoked for good, those not yet live among them. */
  public List<CertificateStatus> unrevokedOf(Set<Long> residents) {
    return certificates.unrevokedOf(residents).stream().map(StoredCertificate::status).toList();
  }

  public List<CertificateStatus> ofReception(String receptionNumber) {
    return certificates.ofReception(receptionNumber).stream()
        .map(StoredCertificate::status)
        .toList();
  }
}
