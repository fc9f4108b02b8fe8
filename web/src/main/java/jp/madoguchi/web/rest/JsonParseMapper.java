package jp.madoguchi.web.rest;

import com.fasterxml.jackson.core.JsonParseException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;

/** Takes the place of the JSON provider's own mapper, which would show names of classes. */
@Provider
public class JsonParseMapper implements ExceptionMapper<JsonParseException> {

  @Context private Providers providers;

  @Override
  public Response toResponse(JsonParseException malformed) {
    return providers.getExceptionMapper(Throwable.class).toResponse(malformed);
  }
}
