package jp.madoguchi.agent.channel;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import jp.madoguchi.agent.apdu.CommandApdu;
import jp.madoguchi.agent.apdu.ResponseApdu;

/**
 * The other end of the secure channel, for tests: commands can be made ready in advance, because
 * their chain depends on commands alone; the answers are opened in the same order.
 */
public final class HostChannel {

  private static final byte[] HOST_CHALLENGE = {1, 2, 3, 4, 5, 6, 7, 8};

  private final ChannelKeys card;
  private final Deque<Sent> awaited = new ArrayDeque<>();
  private SessionKeys keys;
  private byte[] chaining = new byte[Aes.BLOCK];
  private int counter;

  private record Sent(byte[] chaining, int counter) {}

  public HostChannel(ChannelKeys card) {
    this.card = card;
  }

  public static byte[] initializeUpdate() {
    return new CommandApdu(0x80, 0x50, 0x30, 0, HOST_CHALLENGE, 256).encoded();
  }

  /** Makes EXTERNAL AUTHENTICATE of the answer to INITIALIZE UPDATE. */
  public byte[] externalAuthenticate(byte[] answer) {
    ByteBuffer read = ByteBuffer.wrap(answer);
    byte[] cardChallenge = new byte[8];
    byte[] cryptogram = new byte[8];
    read.position(13).get(cardChallenge).get(cryptogram);
    keys = SessionKeys.of(card, HOST_CHALLENGE, cardChallenge);
    if (!Arrays.equals(cryptogram, keys.cardCryptogram(HOST_CHALLENGE, cardChallenge))) {
      throw new IllegalStateException("the card does not prove its key");
    }
    byte[] proof = keys.hostCryptogram(HOST_CHALLENGE, cardChallenge);
    return authenticated(new CommandApdu(0x84, 0x82, 0x33, 0, proof, CommandApdu.NO_LE)).encoded();
  }

  /** Secures a command. */
  public byte[] wrap(CommandApdu plain) {
    counter++;
    byte[] data =
        plain.hasData()
            ? Aes.encrypt(keys.enc(), keys.commandIv(counter), Aes.pad(plain.data()))
            : plain.data();
    CommandApdu secured =
        authenticated(
            new CommandApdu(
                plain.cla() | 0x04, plain.ins(), plain.p1(), plain.p2(), data, plain.le()));
    awaited.add(new Sent(chaining, counter));
    return new CommandApdu(
            secured.cla(), secured.ins(), secured.p1(), secured.p2(), secured.data(), 256)
        .encoded();
  }

  /** Opens the answer to the first command that has none yet. */
  public ResponseApdu unwrap(byte[] bytes) {
    Sent sent = awaited.remove();
    ResponseApdu secured = ResponseApdu.parse(bytes).orElseThrow();
    if (!secured.doneOrWarning()) {
      return secured;
    }
    int length = secured.data().length - 8;
    byte[] data = Arrays.copyOf(secured.data(), length);
    byte[] mac =
        Aes.cmac(keys.rmac(), sent.chaining(), new ResponseApdu(data, secured.status()).encoded());
    if (!Arrays.equals(
        Arrays.copyOf(mac, 8), Arrays.copyOfRange(secured.data(), length, length + 8))) {
      throw new IllegalStateException("the answer is not the card's");
    }
    byte[] plain =
        length == 0
            ? data
            : Aes.unpad(Aes.decrypt(keys.enc(), keys.responseIv(sent.counter()), data));
    return new ResponseApdu(plain, secured.status());
  }

  private CommandApdu authenticated(CommandApdu command) {
    byte[] whole = Arrays.copyOf(command.data(), command.data().length + 8);
    byte[] bytes =
        new CommandApdu(command.cla(), command.ins(), command.p1(), command.p2(), whole, -1)
            .encoded();
    chaining = Aes.cmac(keys.mac(), chaining, Arrays.copyOf(bytes, bytes.length - 8));
    System.arraycopy(chaining, 0, whole, command.data().length, 8);
    return new CommandApdu(
        command.cla(), command.ins(), command.p1(), command.p2(), whole, CommandApdu.NO_LE);
  }
}
