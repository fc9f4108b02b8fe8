package jp.madoguchi.cardwriting;

import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import jp.madoguchi.terminal.Answer;
import jp.madoguchi.terminal.Breach;
import jp.madoguchi.terminal.CommandApdu;
import jp.madoguchi.terminal.NotGenuineException;
import jp.madoguchi.terminal.UnreadableAnswerException;

/**
 * The host's side of GlobalPlatform SCP03 in its 8-byte mode, at security level 33: commands and
 * answers both authenticated and encrypted.
 *
 * <p>The chain of command MACs depends on the commands alone, so a whole batch is wrapped before
 * the first of it is sent; the answers are verified afterwards, in the same order. A channel that
 * missed an answer is of no more use. Closing it wipes its keys.
 */
public final class SecureChannel implements AutoCloseable {

  /** The most plain data that a wrapped command can carry, in bytes. */
  public static final int LARGEST_COMMAND = 239;

  private static final int LEVEL = 0x33;
  private static final int SECURED = 0x04;
  private static final int MAC = 8;
  private static final byte PADDING = (byte) 0x80;

  private final SessionKeys keys;
  private final Deque<Sent> unanswered = new ArrayDeque<>();
  private byte[] chain = new byte[Aes.BLOCK];
  private int counter;

  private record Sent(byte[] chain, int counter) {}

  private SecureChannel(SessionKeys keys) {
    this.keys = keys;
  }

  /** The command that asks the card to open a channel; the challenge has 8 random bytes. */
  public static CommandApdu initializeUpdate(byte[] hostChallenge) {
    return CommandApdu.of(0x80500000 | CardKeys.VERSION << 8, hostChallenge).expecting(256);
  }

  /**
   * Opens the channel by the card's answer, once the card has proven that it holds its keys.
   *
   * @throws UnreadableAnswerException when the answer has not the form of SCP03
   * @throws NotGenuineException when the card does not hold the keys
   */
  public static SecureChannel open(CardKeys cardKeys, byte[] hostChallenge, Answer answer) {
    byte[] data = answer.data();
    if (!answer.ok() || (data.length != 29 && data.length != 32)) {
      throw new UnreadableAnswerException("The card does not open the secure channel");
    }
    if ((data[10] & 0xFF) != CardKeys.VERSION || data[11] != 0x03) {
      throw new UnreadableAnswerException("The card has other keys or another protocol");
    }
    SessionKeys session =
        new SessionKeys(cardKeys, hostChallenge, Arrays.copyOfRange(data, 13, 21));
    if (!MessageDigest.isEqual(session.cardCryptogram(), Arrays.copyOfRange(data, 21, 29))) {
      session.close();
      throw notGenuine("The card does not know its keys");
    }
    return new SecureChannel(session);
  }

  /** The first command of the channel: the host proves that it holds the keys too. */
  public CommandApdu externalAuthenticate() {
    return authenticate(LEVEL);
  }

  CommandApdu authenticate(int level) {
    CommandApdu plain = CommandApdu.of(0x80820000 | level << 8, keys.hostCryptogram());
    return authenticated(plain, plain.data());
  }

  /** The command as it goes through the channel; each call counts as sent, in this order. */
  public CommandApdu wrap(CommandApdu plain) {
    counter++;
    byte[] data = plain.data();
    if (data.length > LARGEST_COMMAND) {
      throw new IllegalArgumentException("A wrapped command carries at most 239 bytes");
    }
    byte[] encrypted = data;
    if (data.length > 0) {
      byte[] padded = pad(data);
      encrypted = Aes.encrypt(keys.encryption(), start(counter, 0), padded);
      Arrays.fill(padded, (byte) 0);
    }
    Arrays.fill(data, (byte) 0);
    CommandApdu wrapped = authenticated(plain, encrypted);
    unanswered.add(new Sent(chain, counter));
    return wrapped;
  }

  /**
   * The plain answer to the oldest wrapped command that is still unanswered. An error status comes
   * without data and without a MAC; everything else must be authentic.
   *
   * @throws NotGenuineException when the answer is not the card's own
   */
  public Answer unwrap(Answer wrapped) {
    Sent sent = unanswered.poll();
    if (sent == null) {
      throw notGenuine("There are more answers than commands");
    }
    if (wrapped.length() == 0 && !mustBeAuthentic(wrapped.status())) {
      return wrapped;
    }
    byte[] body = authentic(wrapped, sent);
    if (body.length == 0) {
      return new Answer(body, wrapped.status());
    }
    if (body.length % Aes.BLOCK != 0) {
      throw notGenuine("An encrypted answer consists of whole blocks");
    }
    byte[] padded = Aes.decrypt(keys.encryption(), start(sent.counter(), 0x80), body);
    return new Answer(unpad(padded), wrapped.status());
  }

  @Override
  public void close() {
    keys.close();
    unanswered.clear();
    Arrays.fill(chain, (byte) 0);
  }

  private CommandApdu authenticated(CommandApdu plain, byte[] data) {
    int cla = plain.header() >>> 24 | SECURED;
    byte[] head = {
      (byte) cla,
      (byte) (plain.header() >> 16),
      (byte) (plain.header() >> 8),
      (byte) plain.header(),
      (byte) (data.length + MAC)
    };
    chain = Aes.cmac(keys.commandMac(), chain, head, data);
    byte[] all = Arrays.copyOf(data, data.length + MAC);
    System.arraycopy(chain, 0, all, data.length, MAC);
    return plain.withClassAndData(cla, all);
  }

  private byte[] authentic(Answer wrapped, Sent sent) {
    byte[] data = wrapped.data();
    if (data.length < MAC) {
      throw notGenuine("The answer has no MAC");
    }
    byte[] body = Arrays.copyOf(data, data.length - MAC);
    byte[] status = {(byte) (wrapped.status() >> 8), (byte) wrapped.status()};
    byte[] expected = Arrays.copyOf(Aes.cmac(keys.answerMac(), sent.chain(), body, status), MAC);
    if (!MessageDigest.isEqual(expected, Arrays.copyOfRange(data, body.length, data.length))) {
      throw notGenuine("The answer's MAC is wrong");
    }
    return body;
  }

  private byte[] start(int count, int first) {
    byte[] block = new byte[Aes.BLOCK];
    block[0] = (byte) first;
    for (int i = 0; i < 4; i++) {
      block[12 + i] = (byte) (count >> (24 - 8 * i));
    }
    return Aes.encryptBlock(keys.encryption(), block);
  }

  private static NotGenuineException notGenuine(String message) {
    return new NotGenuineException(Breach.ANSWER_NOT_GENUINE, message);
  }

  private static boolean mustBeAuthentic(int status) {
    int first = status >> 8;
    return status == 0x9000 || first == 0x62 || first == 0x63;
  }

  private static byte[] pad(byte[] data) {
    byte[] padded = Arrays.copyOf(data, (data.length / Aes.BLOCK + 1) * Aes.BLOCK);
    padded[data.length] = PADDING;
    return padded;
  }

  private static byte[] unpad(byte[] padded) {
    int end = padded.length - 1;
    while (end >= 0 && padded[end] == 0) {
      end--;
    }
    if (end < 0 || padded[end] != PADDING) {
      throw notGenuine("The answer's padding is wrong");
    }
    return Arrays.copyOf(padded, end);
  }
}
