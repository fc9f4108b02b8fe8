package jp.madoguchi.web.staff;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.staff.Draft;
import jp.madoguchi.staff.Drafts;
import jp.madoguchi.web.rest.Json;

/** The caller's own drafts, by page. */
@Path("drafts/{page}")
@Produces(MediaType.APPLICATION_JSON)
public class DraftResource {

  @Inject private Drafts drafts;

  /** The draft as it was put; 204 where there is none. */
  @GET
  public Response find(@PathParam("page") String page) {
    return drafts
        .find(page)
        .map(Draft::content)
        .map(content -> Response.ok(content, MediaType.APPLICATION_JSON_TYPE))
        .orElseGet(Response::noContent)
        .build();
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public void put(@PathParam("page") String page, JsonNode content) {
    if (content == null) {
      throw Problem.refused("request-unreadable").asException();
    }
    drafts.put(page, Json.write(content));
  }

  @DELETE
  public void remove(@PathParam("page") String page) {
    drafts.remove(page);
  }
}
