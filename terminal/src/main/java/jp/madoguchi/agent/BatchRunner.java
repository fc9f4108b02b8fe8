package jp.madoguchi.agent;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.agent.apdu.Instruction;
import jp.madoguchi.agent.apdu.ResponseApdu;
import jp.madoguchi.agent.exchange.ExchangeReply.Batch;
import jp.madoguchi.agent.exchange.ExchangeRequest.BatchResult;
import jp.madoguchi.agent.exchange.ExchangeRequest.Ended;
import jp.madoguchi.agent.reader.InsertedCard;
import jp.madoguchi.agent.reader.Reader;
import jp.madoguchi.agent.reader.Transmission;

/**
 * Sends a batch to the card it is meant for, one command after another, until the first answer that
 * is not 9000. Answers that come in parts are fetched here (GET RESPONSE) and put together.
 */
final class BatchRunner {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final int MORE = 0x61;

  /** More parts than any answer has: a card that says 61xx for ever is not listened to. */
  private static final int MOST_PARTS = 64;

  private final Reader reader;

  BatchRunner(Reader reader) {
    this.reader = reader;
  }

  BatchResult run(Batch batch) {
    Optional<InsertedCard> card =
        reader.state().inserted().filter(there -> there.insertion().equals(batch.insertion()));
    List<String> answers = new ArrayList<>();
    Ended ended = card.isEmpty() ? Ended.CARD_GONE : send(batch, card.get(), answers);
    return new BatchResult(batch.id(), answers, ended);
  }

  private static Ended send(Batch batch, InsertedCard card, List<String> answers) {
    for (String command : batch.commands()) {
      Transmission result = complete(card, HEX.parseHex(command));
      if (result instanceof Transmission.CardGone) {
        return Ended.CARD_GONE;
      }
      if (result instanceof Transmission.ReaderGone) {
        return Ended.READER_GONE;
      }
      byte[] answer = ((Transmission.Answer) result).bytes();
      answers.add(HEX.formatHex(answer));
      if (!ResponseApdu.parse(answer).map(ResponseApdu::done).orElse(false)) {
        return Ended.STATUS;
      }
    }
    return Ended.DONE;
  }

  /** The whole answer to one command, however many parts it comes in. */
  private static Transmission complete(InsertedCard card, byte[] command) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    byte[] next = command;
    for (int part = 0; part < MOST_PARTS; part++) {
      Transmission result = card.transmit(next);
      if (!(result instanceof Transmission.Answer answer)) {
        return result;
      }
      Optional<ResponseApdu> response = ResponseApdu.parse(answer.bytes());
      if (response.isEmpty()) {
        return new Transmission.CardGone();
      }
      data.writeBytes(response.get().data());
      if (response.get().status() >> 8 != MORE) {
        int status = response.get().status();
        return new Transmission.Answer(new ResponseApdu(data.toByteArray(), status).encoded());
      }
      next = new byte[] {0, (byte) Instruction.GET_RESPONSE, 0, 0, (byte) response.get().status()};
    }
    return new Transmission.CardGone();
  }
}
