package jp.madoguchi.web.workflow;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import jp.madoguchi.workflow.Diagrams.Deployed;
import jp.madoguchi.workflow.ProcessStudio;

/** {@code /api/decisions}: the decision tables as they are deployed. */
@Path("decisions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"PROCESS_OWNER", "AUDITOR", "SUPERVISOR", "ADMIN"})
public class DecisionsResource {

  @Inject private ProcessStudio studio;

  @GET
  public List<Deployed> all() {
    return studio.decisions();
  }

  @GET
  @Path("{key}/xml")
  @Produces(MediaType.APPLICATION_XML)
  public String xml(@PathParam("key") String key) {
    return studio.decisionXml(key);
  }
}
