package jp.madoguchi.web.rest;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;

/** Takes the place of the JSON provider's own mapper, which would show names of classes. */
@Provider
public class JsonMappingMapper implements ExceptionMapper<JsonMappingException> {

  @Context private Providers providers;

  @Override
  public Response toResponse(JsonMappingException malformed) {
    return providers.getExceptionMapper(Throwable.class).toResponse(malformed);
  }
}
