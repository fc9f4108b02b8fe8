package jp.madoguchi.web.openapi;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /api/openapi.json}: what programs can call, for everybody. */
@Path("openapi.json")
@PermitAll
public class OpenApiResource {

  @Inject private OpenApiDocument document;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public String describe() {
    return document.json();
  }
}
