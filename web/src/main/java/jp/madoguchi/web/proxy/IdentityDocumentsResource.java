package jp.madoguchi.web.proxy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.proxy.IdentityDocumentKinds;

/** {@code /api/identity-documents}: what a proxy shows to prove who they are. */
@Path("identity-documents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"CLERK", "SUPERVISOR"})
public class IdentityDocumentsResource {

  @Inject private IdentityDocumentKinds kinds;

  /** All kinds, in their order; those out of use among them. */
  @GET
  public List<IdentityDocumentJson> all() {
    return kinds.all().stream().map(IdentityDocumentJson::of).toList();
  }

  /** Adds a kind, or with its version changes the one that has the code. */
  @PUT
  @Path("{code}")
  @RolesAllowed("SUPERVISOR")
  public void put(@PathParam("code") String code, IdentityDocumentJson.Wanted wanted) {
    if (wanted == null) {
      throw Problem.refused("request-malformed", "body").asException();
    }
    kinds.put(code, wanted.form(), wanted.version());
  }
}
