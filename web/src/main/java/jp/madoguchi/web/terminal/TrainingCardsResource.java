package jp.madoguchi.web.terminal;

import jakarta.ejb.EJB;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import jp.madoguchi.resident.Card;
import jp.madoguchi.resident.CardSerial;
import jp.madoguchi.resident.TrainingCards;
import jp.madoguchi.terminal.RackOrder;
import jp.madoguchi.terminal.RackOrder.Act;
import jp.madoguchi.terminal.TrainingRack;
import jp.madoguchi.terminal.TrainingTerminal;

/** The virtual card rack of the training stage; anywhere else it is not found. */
@Path("training/cards/{cardSerial: [0-9A-Z]{15}}")
public class TrainingCardsResource {

  private static final String FIRST_TERMINAL = TrainingTerminal.ID;

  @EJB private TrainingRack rack;
  @EJB private TrainingCards cards;

  /** A card that was made. */
  public record NewCard(String cardSerial, long residentId, LocalDate expiresOn) {}

  /** A new card for the holder of this one, in the rack and in the register. */
  @POST
  @Path("replacement")
  @Produces(MediaType.APPLICATION_JSON)
  public NewCard replace(@PathParam("cardSerial") String cardSerial) {
    Card made = cards.replace(new CardSerial(cardSerial));
    return new NewCard(made.serial().value(), made.residentId(), made.expiresOn());
  }

  @POST
  @Path("insert")
  public void insert(
      @PathParam("cardSerial") String cardSerial,
      @QueryParam("terminal") @DefaultValue(FIRST_TERMINAL) String terminal,
      @Suspended AsyncResponse response) {
    OrderAnswer.give(response, rack.order(terminal, new RackOrder(Act.INSERT, cardSerial, 0)));
  }

  @POST
  @Path("remove")
  public void remove(
      @PathParam("cardSerial") String cardSerial,
      @QueryParam("terminal") @DefaultValue(FIRST_TERMINAL) String terminal,
      @Suspended AsyncResponse response) {
    OrderAnswer.give(response, rack.order(terminal, new RackOrder(Act.REMOVE, cardSerial, 0)));
  }

  /** Tears the card away once so many more commands were carried out, the last answer lost. */
  @POST
  @Path("tear")
  public void tear(
      @PathParam("cardSerial") String cardSerial,
      @QueryParam("terminal") @DefaultValue(FIRST_TERMINAL) String terminal,
      @QueryParam("afterCommand") @DefaultValue("1") int afterCommand,
      @Suspended AsyncResponse response) {
    OrderAnswer.give(
        response, rack.order(terminal, new RackOrder(Act.TEAR, cardSerial, afterCommand)));
  }
}
