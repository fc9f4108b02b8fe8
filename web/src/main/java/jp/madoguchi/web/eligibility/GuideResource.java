package jp.madoguchi.web.eligibility;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jp.madoguchi.eligibility.Guide;
import jp.madoguchi.problem.Problem;

/** {@code /api/guide}: the counter's own decisions for whoever plans a visit; nothing is kept. */
@Path("guide")
@PermitAll
public class GuideResource {

  @Inject private Guide guide;
  @Inject private JudgementJson judgements;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public JudgementJson.Whole judge(GuideRequest asked) {
    if (asked == null) {
      throw Problem.refused("request-unreadable").asException();
    }
    return judgements.of(guide.judge(asked.visit(), asked::facts));
  }
}
