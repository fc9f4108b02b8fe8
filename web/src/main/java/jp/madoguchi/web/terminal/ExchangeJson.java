package jp.madoguchi.web.terminal;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.terminal.BatchEnd;
import jp.madoguchi.terminal.BatchResult;
import jp.madoguchi.terminal.CommandApdu;
import jp.madoguchi.terminal.ExchangeReply;
import jp.madoguchi.terminal.ExchangeRequest;
import jp.madoguchi.terminal.RackOrder;
import jp.madoguchi.terminal.Reader;
import jp.madoguchi.terminal.ReaderState;
import jp.madoguchi.terminal.UnreadableAnswerException;
import jp.madoguchi.web.rest.Json;

/** The exchange as it goes over the wire. A newer agent may say more than is understood here. */
final class ExchangeJson {

  private static final ObjectReader READER = reader(Request.class);
  private static final ObjectReader PROGRAM = reader(Program.class);

  /**
   * What an agent says of itself in every form of the exchange.
   *
   * @param protocol null: the first form
   */
  record Program(String agentVersion, Integer protocol) {

    int form() {
      return protocol == null ? 1 : protocol;
    }
  }

  record Request(String agentVersion, ReaderReport reader, Result result, String rackDone) {}

  record ReaderReport(String name, ReaderState state, String insertion, String atr) {}

  record Result(String batch, List<String> answers, BatchEnd ended) {}

  record Reply(Batch batch, Rack rack) {}

  record Batch(String id, String insertion, List<String> commands) {}

  record Rack(String id, RackOrder.Act act, String cardSerial, Integer afterCommand) {}

  private ExchangeJson() {}

  /**
   * Reads what the agent is, whatever else it says.
   *
   * @throws UnreadableAnswerException when it has not its form
   */
  static Program program(byte[] body) {
    Program program = parse(PROGRAM, body);
    ExchangeRequest.requireVersion(program.agentVersion());
    return program;
  }

  /**
   * Reads what an agent brings.
   *
   * @throws UnreadableAnswerException when it has not its form
   */
  static ExchangeRequest read(byte[] body) {
    Request request = parse(READER, body);
    if (request.reader() == null) {
      throw new UnreadableAnswerException("The reader's state is missing");
    }
    ReaderReport reader = request.reader();
    return new ExchangeRequest(
        request.agentVersion(),
        new Reader(reader.name(), reader.state(), reader.insertion(), reader.atr()),
        Optional.ofNullable(request.result()).map(ExchangeJson::result),
        Optional.ofNullable(request.rackDone()));
  }

  private static ObjectReader reader(Class<?> type) {
    return Json.mapper().readerFor(type).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  private static <T> T parse(ObjectReader reader, byte[] body) {
    try {
      T parsed = reader.readValue(body);
      if (parsed == null) {
        throw new UnreadableAnswerException("The message is empty");
      }
      return parsed;
    } catch (IOException noJson) {
      throw new UnreadableAnswerException("The message is not written as an exchange is");
    }
  }

  static String write(ExchangeReply reply) {
    return Json.write(
        new Reply(
            reply.batch().map(ExchangeJson::batch).orElse(null),
            reply.rack().map(ExchangeJson::rack).orElse(null)));
  }

  private static BatchResult result(Result result) {
    return BatchResult.parse(result.batch(), result.answers(), result.ended());
  }

  private static Batch batch(jp.madoguchi.terminal.Batch batch) {
    return new Batch(
        batch.id(), batch.insertion(), batch.commands().stream().map(CommandApdu::hex).toList());
  }

  private static Rack rack(RackOrder order) {
    boolean tear = order.act() == RackOrder.Act.TEAR;
    return new Rack(
        order.id(), order.act(), order.cardSerial(), tear ? order.afterCommand() : null);
  }
}
