package jp.madoguchi.web.letter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.reception.CasePapers;
import jp.madoguchi.reception.ReceptionNumber;

/** The papers of a case: {@code /api/applications/{receptionNumber}/….pdf}. */
@Path("applications")
@Produces(PdfAnswer.TYPE)
@RolesAllowed({"CLERK", "SUPERVISOR"})
public class PapersResource {

  @Inject private CasePapers papers;

  @PathParam("receptionNumber")
  private String receptionNumber;

  @GET
  @Path("{receptionNumber}/reception-slip.pdf")
  public Response receptionSlip() {
    return PdfAnswer.of(papers.receptionSlip(number()), "reception-slip-" + number());
  }

  @GET
  @Path("{receptionNumber}/receipt.pdf")
  public Response receipt() {
    return PdfAnswer.of(papers.receipt(number()), "receipt-" + number());
  }

  @GET
  @Path("{receptionNumber}/refund.pdf")
  public Response refund() {
    return PdfAnswer.of(papers.refundSlip(number()), "refund-" + number());
  }

  @GET
  @Path("{receptionNumber}/certificates.pdf")
  public Response certificates() {
    return PdfAnswer.of(papers.certificates(number()), "certificates-" + number());
  }

  private ReceptionNumber number() {
    return ReceptionNumber.read(receptionNumber)
        .orElseThrow(() -> Problem.refused("not-found").asException());
  }
}
