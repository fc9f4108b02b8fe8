package jp.madoguchi.web.workflow;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import jp.madoguchi.workflow.Diagrams.Deployed;
import jp.madoguchi.workflow.ProcessStudio;
import jp.madoguchi.workflow.SequenceFlows.Taken;

/** {@code /api/processes}: the diagrams, the open cases on them, and the ways that cases took. */
@Path("processes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"PROCESS_OWNER", "AUDITOR", "SUPERVISOR", "ADMIN"})
public class ProcessesResource {

  @Inject private ProcessStudio studio;

  @GET
  public List<Deployed> all() {
    return studio.processes();
  }

  @GET
  @Path("{key}/xml")
  @Produces(MediaType.APPLICATION_XML)
  public String xml(@PathParam("key") String key) {
    return studio.processXml(key);
  }

  @GET
  @Path("{key}/counts")
  public Map<String, Integer> counts(@PathParam("key") String key) {
    return studio.openCases(key);
  }

  @GET
  @Path("taken/{receptionNumber}")
  public List<Taken> taken(@PathParam("receptionNumber") String receptionNumber) {
    return studio.taken(receptionNumber);
  }
}
