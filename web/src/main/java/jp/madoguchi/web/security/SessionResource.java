package jp.madoguchi.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** How long the caller's login still lasts. */
@Path("session")
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {

  /**
   * The caller's session.
   *
   * @param remainingSeconds until it ends if nobody works; null for callers without a session
   */
  public record SessionState(Long remainingSeconds, String login) {}

  @Inject private SessionTime time;
  @Context private HttpServletRequest request;

  @GET
  public SessionState state() {
    HttpSession session = request.getSession(false);
    Long remaining = session == null ? null : time.remainingSeconds(session);
    return new SessionState(remaining, request.getRemoteUser());
  }

  /** An act of somebody: that alone has extended the session. */
  @POST
  @Path("extend")
  public SessionState extend() {
    return state();
  }
}
