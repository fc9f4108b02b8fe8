package jp.madoguchi.web.terminal;

import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jp.madoguchi.terminal.ExchangeCaller;
import jp.madoguchi.terminal.ExchangeReply;

/** An agent's request that is held open. Whoever answers first answers alone. */
final class WaitingAgent implements ExchangeCaller {

  private final AsyncResponse response;

  WaitingAgent(AsyncResponse response) {
    this.response = response;
  }

  @Override
  public boolean answer(ExchangeReply reply) {
    return response.resume(
        Response.ok(ExchangeJson.write(reply), MediaType.APPLICATION_JSON_TYPE).build());
  }

  @Override
  public void nothing() {
    response.resume(Response.noContent().build());
  }
}
