package jp.madoguchi.web.terminal;

import jakarta.ejb.EJB;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jp.madoguchi.terminal.RackOrder;
import jp.madoguchi.terminal.RackOrder.Act;
import jp.madoguchi.terminal.TrainingRack;
import jp.madoguchi.terminal.TrainingTerminal;

/** The cable of the training stage's virtual reader; in any other stage it is not found. */
@Path("training/reader")
public class TrainingReaderResource {

  private static final String FIRST_TERMINAL = TrainingTerminal.ID;

  @EJB private TrainingRack rack;

  @POST
  @Path("unplug")
  public void unplug(
      @QueryParam("terminal") @DefaultValue(FIRST_TERMINAL) String terminal,
      @Suspended AsyncResponse response) {
    OrderAnswer.give(response, rack.order(terminal, new RackOrder(Act.UNPLUG, null, 0)));
  }

  @POST
  @Path("plug")
  public void plug(
      @QueryParam("terminal") @DefaultValue(FIRST_TERMINAL) String terminal,
      @Suspended AsyncResponse response) {
    OrderAnswer.give(response, rack.order(terminal, new RackOrder(Act.PLUG, null, 0)));
  }
}
