package jp.madoguchi.web.letter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jp.madoguchi.letter.PrintedPaper;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.reception.CasePapers;
import jp.madoguchi.reception.LetterPapers;
import jp.madoguchi.reception.ReceptionNumber;

/**
 * The papers of a case. Their names stand in the class's own path, so that every other path of the
 * case stays with its own resource.
 */
@Path(
    "applications/{receptionNumber}/{paper: receipt|refund|reception-slip|certificates|letter}.pdf")
@Produces(PdfAnswer.TYPE)
@RolesAllowed({"CLERK", "SUPERVISOR"})
public class PapersResource {

  @Inject private CasePapers papers;
  @Inject private LetterPapers letters;

  @GET
  public Response print(
      @PathParam("receptionNumber") String receptionNumber, @PathParam("paper") String paper) {
    ReceptionNumber number =
        ReceptionNumber.read(receptionNumber)
            .orElseThrow(() -> Problem.refused("not-found").asException());
    return PdfAnswer.of(print(number, paper), paper + "-" + number);
  }

  private PrintedPaper print(ReceptionNumber number, String paper) {
    return switch (paper) {
      case "receipt" -> papers.receipt(number);
      case "refund" -> papers.refundSlip(number);
      case "reception-slip" -> papers.receptionSlip(number);
      case "letter" -> letters.letter(number);
      case "certificates" -> papers.certificates(number);
      default -> throw new NotFoundException();
    };
  }
}
