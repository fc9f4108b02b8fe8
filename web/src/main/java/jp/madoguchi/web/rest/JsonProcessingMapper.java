package jp.madoguchi.web.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;

/** Takes the place of the JSON provider's own mapper, which would show names of classes. */
@Provider
public class JsonProcessingMapper implements ExceptionMapper<JsonProcessingException> {

  @Context private Providers providers;

  @Override
  public Response toResponse(JsonProcessingException malformed) {
    return providers.getExceptionMapper(Throwable.class).toResponse(malformed);
  }
}
