package jp.madoguchi.agent.card;

import static jp.madoguchi.agent.apdu.StatusWord.ACCESS_DENIED;
import static jp.madoguchi.agent.apdu.StatusWord.CONDITIONS_NOT_MET;
import static jp.madoguchi.agent.apdu.StatusWord.NO_CURRENT_FILE;
import static jp.madoguchi.agent.apdu.StatusWord.PIN_LOCKED;
import static jp.madoguchi.agent.apdu.StatusWord.WRONG_DATA;
import static jp.madoguchi.agent.apdu.StatusWord.WRONG_KIND_OF_FILE;
import static jp.madoguchi.agent.apdu.StatusWord.WRONG_PARAMETERS;

import java.io.IOException;
import jp.madoguchi.agent.apdu.CommandApdu;
import jp.madoguchi.agent.apdu.ResponseApdu;
import jp.madoguchi.agent.apdu.StatusWord;

/** VERIFY and CHANGE REFERENCE DATA for the selected PIN, and setting it under the channel. */
final class PinCommands {

  private final CardMemory memory;
  private final Session session;

  PinCommands(CardMemory memory, Session session) {
    this.memory = memory;
    this.session = session;
  }

  /** Without data it tells how many tries are left, and never anything else. */
  ResponseApdu verify(CommandApdu command) throws IOException {
    if (!command.has(0x00, 0x80)) {
      return ResponseApdu.of(WRONG_PARAMETERS);
    }
    if (!(session.file().orElse(null) instanceof ElementaryFile.PinFile selected)) {
      return noPinSelected();
    }
    Pin pin = selected.pin();
    PinState state = memory.state().pin(pin);
    if (!command.hasData()) {
      return ResponseApdu.of(StatusWord.triesLeft(state.triesLeft()));
    }
    return state.locked() ? ResponseApdu.of(PIN_LOCKED) : compare(pin, state, command.data());
  }

  /** The counter goes down, and is kept, before the comparison: cutting the power gains nothing. */
  private ResponseApdu compare(Pin pin, PinState state, byte[] offered) throws IOException {
    session.forget(pin);
    PinState tried = state.withOneTryLess();
    memory.commit(memory.state().with(pin, tried));
    if (!state.matches(offered)) {
      return ResponseApdu.of(StatusWord.triesLeft(tried.triesLeft()));
    }
    memory.commit(memory.state().with(pin, state.withAllTries(pin)));
    session.verified(pin);
    return ResponseApdu.ok();
  }

  ResponseApdu change(CommandApdu command) throws IOException {
    if (!command.has(0x01, 0x80)) {
      return ResponseApdu.of(WRONG_PARAMETERS);
    }
    if (!(session.file().orElse(null) instanceof ElementaryFile.PinFile selected)) {
      return noPinSelected();
    }
    if (!session.isVerified(selected.pin())) {
      return ResponseApdu.of(
          memory.state().pin(selected.pin()).locked() ? PIN_LOCKED : ACCESS_DENIED);
    }
    return replace(selected.pin(), command.data());
  }

  /** Sets the PIN whatever it was, with all its tries; it must be verified anew. */
  ResponseApdu set(CommandApdu command) throws IOException {
    if (!command.has(0x02, 0x80)) {
      return ResponseApdu.of(WRONG_PARAMETERS);
    }
    if (!(session.file().orElse(null) instanceof ElementaryFile.PinFile selected)) {
      return noPinSelected();
    }
    ResponseApdu answer = replace(selected.pin(), command.data());
    if (answer.done()) {
      session.forget(selected.pin());
    }
    return answer;
  }

  private ResponseApdu replace(Pin pin, byte[] value) throws IOException {
    if (!pin.changeable()) {
      return ResponseApdu.of(CONDITIONS_NOT_MET);
    }
    if (!pin.allows(value)) {
      return ResponseApdu.of(WRONG_DATA);
    }
    memory.commit(memory.state().with(pin, PinState.of(pin, value)));
    return ResponseApdu.ok();
  }

  private ResponseApdu noPinSelected() {
    return ResponseApdu.of(session.file().isEmpty() ? NO_CURRENT_FILE : WRONG_KIND_OF_FILE);
  }
}
