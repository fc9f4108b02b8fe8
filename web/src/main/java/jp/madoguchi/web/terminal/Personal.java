package jp.madoguchi.web.terminal;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Response;

/** Answers with a person's data, which no browser or proxy keeps. */
public final class Personal {

  private Personal() {}

  public static Response answer(Object entity) {
    CacheControl neverKept = new CacheControl();
    neverKept.setNoStore(true);
    return Response.ok(entity).cacheControl(neverKept).build();
  }
}
