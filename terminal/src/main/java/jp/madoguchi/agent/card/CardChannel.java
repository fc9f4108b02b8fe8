package jp.madoguchi.agent.card;

import static jp.madoguchi.agent.apdu.StatusWord.ACCESS_DENIED;
import static jp.madoguchi.agent.apdu.StatusWord.NOT_AUTHENTICATED;
import static jp.madoguchi.agent.apdu.StatusWord.REFERENCE_NOT_FOUND;
import static jp.madoguchi.agent.apdu.StatusWord.WRONG_LENGTH;
import static jp.madoguchi.agent.apdu.StatusWord.WRONG_PARAMETERS;
import static jp.madoguchi.agent.apdu.StatusWord.WRONG_SECURE_MESSAGING;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import jp.madoguchi.agent.apdu.CommandApdu;
import jp.madoguchi.agent.apdu.ResponseApdu;
import jp.madoguchi.agent.channel.ChannelKeys;
import jp.madoguchi.agent.channel.SecureSession;

/**
 * The card's secure channel, SCP03 with i = 70: challenges made from a counter that is kept, R-MAC
 * and R-ENC. Only the full protection of the issuing profile opens it, and a command outside of it
 * closes it, lest a reader slips in a command of its own.
 */
final class CardChannel {

  private static final int KEY_VERSION = 0x30;
  private static final int CHALLENGE = 8;
  private static final int DIVERSIFICATION = 10;
  private static final byte[] KEY_INFORMATION = {KEY_VERSION, 0x03, 0x70};

  private final Personalisation card;
  private final ChannelKeys keys;
  private final CardMemory memory;
  private SecureSession session;

  CardChannel(Personalisation card, CardMemory memory) {
    this.card = card;
    this.keys = card.channelKeys();
    this.memory = memory;
  }

  void close() {
    session = null;
  }

  /** INITIALIZE UPDATE. */
  ResponseApdu begin(CommandApdu command) throws IOException {
    if (command.p2() != 0) {
      return ResponseApdu.of(WRONG_PARAMETERS);
    }
    if (command.p1() != KEY_VERSION) {
      return ResponseApdu.of(REFERENCE_NOT_FOUND);
    }
    if (command.data().length != CHALLENGE) {
      return ResponseApdu.of(WRONG_LENGTH);
    }
    CardState next = memory.state().withNextChannel();
    memory.commit(next);
    int count = next.channelCounter();
    byte[] counter = {(byte) (count >> 16), (byte) (count >> 8), (byte) count};
    byte[] challenge = keys.cardChallenge(counter, Applications.JPKI);
    session = new SecureSession(keys, command.data(), challenge);
    return ResponseApdu.ok(
        ByteBuffer.allocate(DIVERSIFICATION + KEY_INFORMATION.length + 2 * CHALLENGE + 3)
            .put(diversification())
            .put(KEY_INFORMATION)
            .put(challenge)
            .put(session.cardCryptogram())
            .put(counter)
            .array());
  }

  /** EXTERNAL AUTHENTICATE. */
  ResponseApdu open(CommandApdu command) {
    if (session == null || session.isOpen()) {
      close();
      return ResponseApdu.of(ACCESS_DENIED);
    }
    if (!command.has(SecureSession.FULL_PROTECTION, 0)) {
      close();
      return ResponseApdu.of(WRONG_PARAMETERS);
    }
    if (!session.authenticate(command)) {
      close();
      return ResponseApdu.of(NOT_AUTHENTICATED);
    }
    return ResponseApdu.ok();
  }

  /** Does a secured command in the open channel. */
  ResponseApdu through(CommandApdu secured, Processing processing) throws IOException {
    if (session == null || !session.isOpen()) {
      close();
      return ResponseApdu.of(ACCESS_DENIED);
    }
    Optional<CommandApdu> plain = session.unwrap(secured);
    if (plain.isEmpty()) {
      close();
      return ResponseApdu.of(WRONG_SECURE_MESSAGING);
    }
    SecureSession current = session;
    return current.wrap(processing.process(plain.get()));
  }

  /** What a plain command leads to. */
  @FunctionalInterface
  interface Processing {
    ResponseApdu process(CommandApdu plain) throws IOException;
  }

  /** The end of the serial, by which a host may find the card's keys. */
  private byte[] diversification() {
    String serial = card.serial();
    return serial.substring(serial.length() - DIVERSIFICATION).getBytes(StandardCharsets.US_ASCII);
  }
}
