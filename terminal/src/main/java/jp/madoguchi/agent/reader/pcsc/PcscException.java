package jp.madoguchi.agent.reader.pcsc;

import com.sun.jna.NativeLong;

/** PC/SC did not do what it was asked for. The message names function and error, and no data. */
final class PcscException extends Exception {

  private final int code;

  private PcscException(String function, int code) {
    super(
        function
            + ": "
            + PcscError.of(code).map(PcscError::name).orElse("error")
            + String.format(" (0x%08X)", code));
    this.code = code;
  }

  static void check(String function, NativeLong code) throws PcscException {
    if (code.intValue() != 0) {
      throw new PcscException(function, code.intValue());
    }
  }

  boolean is(PcscError error) {
    return code == error.code();
  }

  /** An error that nobody foresaw is the card's: it is asked for again, and so is the reader. */
  boolean readerGone() {
    return PcscError.of(code).map(PcscError::readerGone).orElse(false);
  }
}
