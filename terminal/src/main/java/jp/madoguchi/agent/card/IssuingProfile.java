package jp.madoguchi.agent.card;

import static jp.madoguchi.agent.apdu.StatusWord.CONDITIONS_NOT_MET;
import static jp.madoguchi.agent.apdu.StatusWord.REFERENCE_NOT_FOUND;
import static jp.madoguchi.agent.apdu.StatusWord.WRONG_DATA;
import static jp.madoguchi.agent.apdu.StatusWord.WRONG_LENGTH;
import static jp.madoguchi.agent.apdu.StatusWord.WRONG_PARAMETERS;

import java.io.IOException;
import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jp.madoguchi.agent.apdu.CommandApdu;
import jp.madoguchi.agent.apdu.ResponseApdu;
import jp.madoguchi.agent.apdu.Tlv;

/**
 * The open issuing profile: a key is made beside the one in use, proven, certified and written, and
 * takes effect in one step. Each command may come twice, for the sender may not have seen the first
 * answer; only the PIN commands stand elsewhere.
 */
final class IssuingProfile {

  private static final int TRANSACTION_ID = 16;
  private static final int NONCE = 20;
  private static final int HASH = 32;
  private static final int MODULUS = KeySource.BITS / 8;

  private final CardMemory memory;
  private final Session session;
  private final KeySource keys;

  IssuingProfile(CardMemory memory, Session session, KeySource keys) {
    this.memory = memory;
    this.session = session;
    this.keys = keys;
  }

  ResponseApdu journal(CommandApdu command) {
    return command.has(0xDF, 0x01)
        ? ResponseApdu.ok(Journal.encoded(memory.state()))
        : ResponseApdu.of(REFERENCE_NOT_FOUND);
  }

  /** Makes the staged key, or reads it again; from then on chunks belong to its certificate. */
  ResponseApdu key(CommandApdu command) throws IOException {
    if (command.has(0x81, 0x00)) {
      return memory.state().staged() ? stagedKey() : ResponseApdu.of(REFERENCE_NOT_FOUND);
    }
    if (!command.has(0x80, 0x00)) {
      return ResponseApdu.of(WRONG_PARAMETERS);
    }
    Optional<KeyRequest> request = KeyRequest.parse(command.data());
    return request.isPresent() ? stage(request.get()) : ResponseApdu.of(WRONG_DATA);
  }

  private ResponseApdu stage(KeyRequest request) throws IOException {
    CardState state = memory.state();
    Commitment last = state.committed();
    if (last != null && Arrays.equals(last.transactionId(), request.transactionId())) {
      return ResponseApdu.of(CONDITIONS_NOT_MET);
    }
    if (!request.isStagedIn(state)) {
      byte[] pkcs8 = keys.next().getPrivate().getEncoded();
      memory.commit(
          state.with(new Staging(request.slot(), request.transactionId(), pkcs8, new byte[0])));
    }
    return stagedKey();
  }

  private ResponseApdu stagedKey() {
    session.deselectFile();
    RSAPublicKey key = RsaKeys.publicKey(memory.state().staging().privateKey());
    List<Tlv> parts =
        List.of(
            Tlv.of(0x81, unsigned(key.getModulus(), MODULUS)),
            Tlv.of(0x82, unsigned(key.getPublicExponent(), 3)));
    return ResponseApdu.ok(Tlv.of(0x7F49, parts).encoded());
  }

  /** Proof of possession: sha256WithRSAEncryption over the nonce. */
  ResponseApdu prove(CommandApdu command) {
    if (!memory.state().staged()) {
      return ResponseApdu.of(REFERENCE_NOT_FOUND);
    }
    if (command.data().length != NONCE) {
      return ResponseApdu.of(WRONG_LENGTH);
    }
    return ResponseApdu.ok(RsaKeys.sign(memory.state().staging().privateKey(), command.data()));
  }

  /** A chunk of the selected authority's certificate, otherwise of the staged one. */
  ResponseApdu write(CommandApdu command) throws IOException {
    CardState state = memory.state();
    if (session.file().orElse(null) instanceof ElementaryFile.AuthorityFile file) {
      return writeAuthority(command, file.slot());
    }
    if (!state.staged()) {
      return ResponseApdu.of(REFERENCE_NOT_FOUND);
    }
    Chunk chunk = Chunk.of(state.staging().certificate(), command);
    if (chunk.refused()) {
      return chunk.refusal();
    }
    memory.commit(state.with(state.staging().withCertificate(chunk.written())));
    return ResponseApdu.ok();
  }

  /** The new certificate takes the old one's place with its last byte, never half of it. */
  private ResponseApdu writeAuthority(CommandApdu command, Slot slot) throws IOException {
    CardState state = memory.state();
    KeySlot content = state.slot(slot);
    Chunk chunk = Chunk.of(content.incomingAuthority(), command);
    if (chunk.refused()) {
      return chunk.refusal();
    }
    byte[] written = chunk.written();
    OptionalInt announced = CardCertificate.announcedLength(written);
    boolean complete = announced.isPresent() && written.length >= announced.getAsInt();
    if (complete && !CardCertificate.isWhole(written)) {
      return ResponseApdu.of(WRONG_DATA);
    }
    KeySlot next =
        complete ? content.withAuthority(written) : content.withIncomingAuthority(written);
    memory.commit(state.with(slot, next));
    return ResponseApdu.ok();
  }

  /** ACTIVATE: the only step that touches what is in use. */
  ResponseApdu activate(CommandApdu command) throws IOException {
    if (!command.has(0x00, 0x00)) {
      return ResponseApdu.of(WRONG_PARAMETERS);
    }
    if (command.data().length != TRANSACTION_ID + HASH) {
      return ResponseApdu.of(WRONG_LENGTH);
    }
    byte[] id = Arrays.copyOf(command.data(), TRANSACTION_ID);
    byte[] hash = Arrays.copyOfRange(command.data(), TRANSACTION_ID, TRANSACTION_ID + HASH);
    CardState state = memory.state();
    if (isCommitted(state, id, hash)) {
      return ResponseApdu.ok();
    }
    if (!state.staged() || !Arrays.equals(state.staging().transactionId(), id)) {
      return ResponseApdu.of(REFERENCE_NOT_FOUND);
    }
    byte[] certificate = state.staging().certificate();
    RSAPublicKey key = RsaKeys.publicKey(state.staging().privateKey());
    if (!Arrays.equals(CardCertificate.hash(certificate), hash)
        || !CardCertificate.isFor(certificate, key)) {
      return ResponseApdu.of(WRONG_DATA);
    }
    memory.commit(state.activated(hash));
    return ResponseApdu.ok();
  }

  private static boolean isCommitted(CardState state, byte[] id, byte[] hash) {
    Commitment last = state.committed();
    return last != null
        && Arrays.equals(last.transactionId(), id)
        && Arrays.equals(last.certificateHash(), hash);
  }

  private static byte[] unsigned(BigInteger number, int length) {
    byte[] bytes = number.toByteArray();
    byte[] fixed = new byte[length];
    int taken = Math.min(length, bytes.length);
    System.arraycopy(bytes, bytes.length - taken, fixed, length - taken, taken);
    return fixed;
  }
}
