package jp.madoguchi.agent.card;

import static jp.madoguchi.agent.apdu.StatusWord.ACCESS_DENIED;
import static jp.madoguchi.agent.apdu.StatusWord.NO_CURRENT_FILE;
import static jp.madoguchi.agent.apdu.StatusWord.REFERENCE_NOT_FOUND;
import static jp.madoguchi.agent.apdu.StatusWord.WRONG_KIND_OF_FILE;
import static jp.madoguchi.agent.apdu.StatusWord.WRONG_LENGTH;

import jp.madoguchi.agent.apdu.CommandApdu;
import jp.madoguchi.agent.apdu.ResponseApdu;

/** COMPUTE DIGITAL SIGNATURE with the selected key, after its PIN. */
final class SignCommand {

  /** The modulus less the eleven bytes that PKCS#1 v1.5 padding takes at least. */
  private static final int LONGEST_INPUT = KeySource.BITS / 8 - 11;

  private final CardMemory memory;
  private final Session session;

  SignCommand(CardMemory memory, Session session) {
    this.memory = memory;
    this.session = session;
  }

  ResponseApdu sign(CommandApdu command) {
    if (session.file().isEmpty()) {
      return ResponseApdu.of(NO_CURRENT_FILE);
    }
    if (!(session.file().get() instanceof ElementaryFile.KeyFile selected)) {
      return ResponseApdu.of(WRONG_KIND_OF_FILE);
    }
    if (!session.isVerified(selected.slot().pin())) {
      return ResponseApdu.of(ACCESS_DENIED);
    }
    KeySlot slot = memory.state().slot(selected.slot());
    if (!slot.hasCertificate()) {
      return ResponseApdu.of(REFERENCE_NOT_FOUND);
    }
    if (!command.hasData() || command.data().length > LONGEST_INPUT) {
      return ResponseApdu.of(WRONG_LENGTH);
    }
    return ResponseApdu.ok(RsaKeys.signPrepared(slot.privateKey(), command.data()));
  }
}
