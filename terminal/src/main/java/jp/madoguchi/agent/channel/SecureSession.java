package jp.madoguchi.agent.channel;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import jp.madoguchi.agent.apdu.CommandApdu;
import jp.madoguchi.agent.apdu.Instruction;
import jp.madoguchi.agent.apdu.ResponseApdu;

/**
 * The card's end of one SCP03 session in S8 mode (GlobalPlatform Amendment D): it begins with the
 * two challenges, is open once the host has proven its key, and ends with the first command whose
 * code is wrong.
 */
public final class SecureSession {

  /** C-MAC, C-ENC, R-MAC and R-ENC: the security level of the issuing profile. */
  public static final int FULL_PROTECTION = 0x33;

  /** Bytes of a challenge, a cryptogram and a message authentication code in S8 mode. */
  static final int SHORT = 8;

  private static final int SECURED = 0x04;
  private static final int COMMAND_ENCRYPTED = 0x02;
  private static final int RESPONSE_AUTHENTICATED = 0x10;
  private static final int RESPONSE_ENCRYPTED = 0x20;

  private final SessionKeys keys;
  private final byte[] hostChallenge;
  private final byte[] cardChallenge;
  private byte[] chaining = new byte[Aes.BLOCK];
  private int counter;
  private int level;
  private boolean open;

  public SecureSession(ChannelKeys card, byte[] hostChallenge, byte[] cardChallenge) {
    this.keys = SessionKeys.of(card, hostChallenge, cardChallenge);
    this.hostChallenge = hostChallenge.clone();
    this.cardChallenge = cardChallenge.clone();
  }

  /** What proves the card's key to the host. */
  public byte[] cardCryptogram() {
    return keys.cardCryptogram(hostChallenge, cardChallenge);
  }

  public boolean isOpen() {
    return open;
  }

  /** Opens the session when EXTERNAL AUTHENTICATE proves the host's key. */
  public boolean authenticate(CommandApdu command) {
    if (open || !command.is(0x84, Instruction.EXTERNAL_AUTHENTICATE) || !authentic(command)) {
      return false;
    }
    byte[] proof = Arrays.copyOf(command.data(), command.data().length - SHORT);
    open = MessageDigest.isEqual(proof, keys.hostCryptogram(hostChallenge, cardChallenge));
    level = command.p1();
    return open;
  }

  /** The plain command inside a secured one; empty, and the session is over, when it is forged. */
  public Optional<CommandApdu> unwrap(CommandApdu secured) {
    if (!open) {
      return Optional.empty();
    }
    counter++;
    Optional<byte[]> data = authentic(secured) ? plainData(secured) : Optional.empty();
    open = data.isPresent();
    int cla = secured.cla() & ~SECURED;
    return data.map(
        plain ->
            new CommandApdu(cla, secured.ins(), secured.p1(), secured.p2(), plain, secured.le()));
  }

  /** Protects the answer to the last command; an error status stays bare (6.2.5). */
  public ResponseApdu wrap(ResponseApdu plain) {
    if (!has(RESPONSE_AUTHENTICATED) || !plain.doneOrWarning()) {
      return plain;
    }
    byte[] data = plain.data();
    if (has(RESPONSE_ENCRYPTED) && data.length > 0) {
      data = Aes.encrypt(keys.enc(), keys.responseIv(counter), Aes.pad(data));
    }
    byte[] covered = new ResponseApdu(data, plain.status()).encoded();
    byte[] mac = Aes.cmac(keys.rmac(), chaining, covered);
    byte[] whole = Arrays.copyOf(data, data.length + SHORT);
    System.arraycopy(mac, 0, whole, data.length, SHORT);
    return new ResponseApdu(whole, plain.status());
  }

  private boolean authentic(CommandApdu secured) {
    if ((secured.cla() & SECURED) == 0 || secured.data().length < SHORT) {
      return false;
    }
    byte[] bytes =
        new CommandApdu(
                secured.cla(),
                secured.ins(),
                secured.p1(),
                secured.p2(),
                secured.data(),
                CommandApdu.NO_LE)
            .encoded();
    int covered = bytes.length - SHORT;
    byte[] mac = Aes.cmac(keys.mac(), chaining, Arrays.copyOf(bytes, covered));
    byte[] received = Arrays.copyOfRange(bytes, covered, bytes.length);
    if (!MessageDigest.isEqual(Arrays.copyOf(mac, SHORT), received)) {
      return false;
    }
    chaining = mac;
    return true;
  }

  private Optional<byte[]> plainData(CommandApdu secured) {
    byte[] data = Arrays.copyOf(secured.data(), secured.data().length - SHORT);
    if (!has(COMMAND_ENCRYPTED) || data.length == 0) {
      return Optional.of(data);
    }
    if (data.length % Aes.BLOCK != 0) {
      return Optional.empty();
    }
    return Optional.ofNullable(Aes.unpad(Aes.decrypt(keys.enc(), keys.commandIv(counter), data)));
  }

  private boolean has(int protection) {
    return (level & protection) != 0;
  }
}
