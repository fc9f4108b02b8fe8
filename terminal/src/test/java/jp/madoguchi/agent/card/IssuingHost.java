package jp.madoguchi.agent.card;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.madoguchi.agent.apdu.CommandApdu;
import jp.madoguchi.agent.apdu.ResponseApdu;
import jp.madoguchi.agent.apdu.Tlv;
import jp.madoguchi.agent.channel.HostChannel;

/** The issuing side of the open profile, for tests: it begins, or goes on where the card stands. */
public final class IssuingHost {

  private static final int CHUNK = 239 - 8;

  private final Transport transport;
  private final HostChannel channel;

  private IssuingHost(Transport transport, HostChannel channel) {
    this.transport = transport;
    this.channel = channel;
  }

  /** Selects the application and opens the channel. */
  public static IssuingHost open(Personalisation card, Transport transport) {
    HostChannel channel = new HostChannel(card.channelKeys());
    done(transport.exchange(select(0x04, Applications.JPKI).encoded()));
    byte[] answer = done(transport.exchange(HostChannel.initializeUpdate())).data();
    done(transport.exchange(channel.externalAuthenticate(answer)));
    return new IssuingHost(transport, channel);
  }

  /** Puts a new key and certificate on the card, however far an earlier attempt came. */
  public void issue(Slot slot, byte[] transaction, Function<RSAPublicKey, byte[]> authority) {
    List<Tlv> journal = journal();
    if (Tlv.find(journal, 0x85).filter(id -> Arrays.equals(id.value(), transaction)).isPresent()) {
      return;
    }
    boolean resumed =
        Tlv.find(journal, 0x82).filter(id -> Arrays.equals(id.value(), transaction)).isPresent();
    int written = resumed ? number(Tlv.find(journal, 0x83)) : 0;
    RSAPublicKey key = resumed ? stagedKey() : stageKey(slot, transaction);
    prove(key);
    byte[] certificate = authority.apply(key);
    write(certificate, written);
    activate(transaction, certificate);
  }

  public List<Tlv> journal() {
    ResponseApdu answer = done(send(CommandApdu.asking(0x00, 0xCA, 0xDF, 0x01)));
    List<Tlv> whole = Tlv.parse(answer.data()).orElseThrow();
    return Tlv.parse(Tlv.find(whole, 0xDF01).orElseThrow().value()).orElseThrow();
  }

  public RSAPublicKey stageKey(Slot slot, byte[] transaction) {
    return key(done(send(stageCommand(slot, transaction))));
  }

  public static CommandApdu stageCommand(Slot slot, byte[] transaction) {
    ByteBuffer data = ByteBuffer.allocate(23);
    data.put(new byte[] {(byte) 0xB6, 3, (byte) 0x84, 1, (byte) slot.keyFile(), (byte) 0x91, 16});
    data.put(transaction);
    return new CommandApdu(0x00, 0x47, 0x80, 0x00, data.array(), 256);
  }

  public RSAPublicKey stagedKey() {
    return key(done(send(CommandApdu.asking(0x00, 0x47, 0x81, 0x00))));
  }

  public void prove(RSAPublicKey key) {
    byte[] nonce = "twenty bytes of once".getBytes(StandardCharsets.US_ASCII);
    byte[] proof = done(send(new CommandApdu(0x00, 0x2A, 0x9E, 0x9A, nonce, 256))).data();
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(key);
      signature.update(nonce);
      if (!signature.verify(proof)) {
        throw new IllegalStateException("the card does not prove its key");
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public void write(byte[] content, int from) {
    for (int at = from; at < content.length; at += CHUNK) {
      byte[] chunk = Arrays.copyOfRange(content, at, Math.min(content.length, at + CHUNK));
      done(send(CommandApdu.telling(0x00, 0xD6, at >> 8, at & 0xFF, chunk)));
    }
  }

  public void activate(byte[] transaction, byte[] certificate) {
    done(send(activateCommand(transaction, CardCertificate.hash(certificate))));
  }

  public static CommandApdu activateCommand(byte[] transaction, byte[] hash) {
    byte[] data = ByteBuffer.allocate(48).put(transaction).put(hash).array();
    return CommandApdu.telling(0x00, 0x44, 0x00, 0x00, data);
  }

  public void setPin(Slot slot, String pin) {
    done(send(selectFile(slot.pin().file())));
    done(
        send(CommandApdu.telling(0x00, 0x2C, 0x02, 0x80, pin.getBytes(StandardCharsets.US_ASCII))));
  }

  public void writeAuthority(Slot slot, byte[] certificate) {
    done(send(selectFile(slot.authorityFile())));
    write(certificate, 0);
  }

  /** Sends one command through the channel. */
  public ResponseApdu send(CommandApdu command) {
    return channel.unwrap(transport.exchange(channel.wrap(command)));
  }

  public static CommandApdu selectFile(int file) {
    return select(0x02, new byte[] {(byte) (file >> 8), (byte) file});
  }

  public static byte[] transaction(int number) {
    return ByteBuffer.allocate(16).putInt(12, number).array();
  }

  private static CommandApdu select(int by, byte[] name) {
    return CommandApdu.telling(0x00, 0xA4, by, 0x0C, name);
  }

  private static ResponseApdu done(byte[] answer) {
    return done(ResponseApdu.parse(answer).orElseThrow());
  }

  private static ResponseApdu done(ResponseApdu answer) {
    if (!answer.done()) {
      throw new IllegalStateException("the card answered " + Integer.toHexString(answer.status()));
    }
    return answer;
  }

  private static int number(Optional<Tlv> value) {
    return new BigInteger(1, value.orElseThrow().value()).intValue();
  }

  private static RSAPublicKey key(ResponseApdu answer) {
    List<Tlv> whole = Tlv.parse(answer.data()).orElseThrow();
    List<Tlv> parts = Tlv.parse(Tlv.find(whole, 0x7F49).orElseThrow().value()).orElseThrow();
    BigInteger modulus = new BigInteger(1, Tlv.find(parts, 0x81).orElseThrow().value());
    BigInteger exponent = new BigInteger(1, Tlv.find(parts, 0x82).orElseThrow().value());
    try {
      return (RSAPublicKey)
          KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
