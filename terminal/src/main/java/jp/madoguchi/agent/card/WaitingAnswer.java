package jp.madoguchi.agent.card;

import static jp.madoguchi.agent.apdu.StatusWord.CONDITIONS_NOT_MET;
import static jp.madoguchi.agent.apdu.StatusWord.WRONG_PARAMETERS;

import java.util.Arrays;
import jp.madoguchi.agent.apdu.CommandApdu;
import jp.madoguchi.agent.apdu.ResponseApdu;
import jp.madoguchi.agent.apdu.StatusWord;

/**
 * An answer longer than fits at once: the first part goes out with 61xx, the rest is fetched with
 * GET RESPONSE, and the last part carries the answer's own status.
 */
final class WaitingAnswer {

  /** The most bytes of a short answer. */
  static final int MOST = 256;

  private ResponseApdu rest;

  void clear() {
    rest = null;
  }

  /**
   * @param le how much was asked for, or {@link CommandApdu#NO_LE}
   */
  ResponseApdu first(ResponseApdu answer, int le) {
    int fitting = le == CommandApdu.NO_LE ? MOST : le;
    byte[] data = answer.data();
    if (data.length <= fitting) {
      rest = null;
      return answer;
    }
    byte[] later = Arrays.copyOfRange(data, fitting, data.length);
    rest = new ResponseApdu(later, answer.status());
    return new ResponseApdu(Arrays.copyOf(data, fitting), StatusWord.bytesWaiting(later.length));
  }

  ResponseApdu more(CommandApdu command) {
    if (rest == null) {
      return ResponseApdu.of(CONDITIONS_NOT_MET);
    }
    if (!command.has(0, 0)) {
      return ResponseApdu.of(WRONG_PARAMETERS);
    }
    return first(rest, command.le());
  }
}
