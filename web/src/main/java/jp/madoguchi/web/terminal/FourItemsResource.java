package jp.madoguchi.web.terminal;

import jakarta.ejb.EJB;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.terminal.ItemsReading;
import jp.madoguchi.terminal.ReaderDesk;
import jp.madoguchi.terminal.ReaderDesk.Compared;
import jp.madoguchi.web.rest.CallerLanguage;

/** Has the card say its basic four items, and compares them with the register. */
@Path("terminals/{terminal}/basic-four-items")
@Produces(MediaType.APPLICATION_JSON)
public class FourItemsResource {

  private static final Logger LOG = System.getLogger(FourItemsResource.class.getName());
  private static final long PATIENCE_SECONDS = 20;

  /** What the clerk typed from the face of the card, and whose card it should be. */
  public record ItemsRequest(String securityCode, long residentId) {}

  @EJB private ReaderDesk desk;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public void compare(
      @PathParam("terminal") String terminal,
      ItemsRequest wanted,
      @Context HttpServletRequest request,
      @Suspended AsyncResponse response) {
    if (wanted == null) {
      throw Problem.refused("request-malformed", "securityCode").asException();
    }
    Locale locale = CallerLanguage.of(request);
    response.setTimeoutHandler(late -> late.resume(unread()));
    response.setTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
    desk.compare(terminal, wanted.residentId(), wanted.securityCode())
        .thenAccept(compared -> answer(response, compared, locale))
        .exceptionally(
            notKept -> {
              LOG.log(Level.WARNING, "A comparison of the four items was not kept", notKept);
              response.resume(unread());
              return null;
            });
  }

  private static void answer(AsyncResponse response, Compared compared, Locale locale) {
    if (compared.reading() instanceof ItemsReading.Read read) {
      response.resume(
          Personal.answer(ReaderJson.Comparison.of(read.items(), compared.differences(), locale)));
    } else if (compared.reading() instanceof ItemsReading.Refused refused) {
      response.resume(refusal(refused.triesLeft()));
    } else {
      response.resume(unread());
    }
  }

  private static RuntimeException refusal(int triesLeft) {
    return triesLeft == 0
        ? Problem.refused("card-items-locked").asException()
        : Problem.refused("card-items-refused", triesLeft).asException();
  }

  private static RuntimeException unread() {
    return Problem.unavailable("card-items-unread").asException();
  }
}
