package jp.madoguchi.web.issuance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jp.madoguchi.issuance.CertificateInquiry;
import jp.madoguchi.issuance.CertificateSerialNumber;
import jp.madoguchi.issuance.IssuedCertificate;
import jp.madoguchi.problem.Problem;

/** {@code GET /api/certificates/{serialHex}}: what the office knows of it, or the thing itself. */
@Path("certificates/{serial}")
@RequestScoped
@RolesAllowed({"CLERK", "SUPERVISOR", "AUDITOR"})
public class CertificatesResource {

  /** Asked for by name; whoever takes anything gets JSON. */
  private static final String PKIX = "application/pkix-cert;qs=0.5";

  @Inject private CertificateInquiry inquiry;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public CertificateView look(@PathParam("serial") String hex) {
    return inquiry.look(serial(hex)).map(CertificateView::of).orElseThrow(() -> notFound(hex));
  }

  /** In DER; not found while it is only planned. */
  @GET
  @Produces(PKIX)
  public byte[] fetch(@PathParam("serial") String hex) {
    return inquiry.fetch(serial(hex)).map(IssuedCertificate::der).orElseThrow(() -> notFound(hex));
  }

  private static CertificateSerialNumber serial(String hex) {
    return CertificateSerialNumber.parse(hex).orElseThrow(() -> notFound(hex));
  }

  private static RuntimeException notFound(String hex) {
    return Problem.refused("not-found", hex).asException();
  }
}
