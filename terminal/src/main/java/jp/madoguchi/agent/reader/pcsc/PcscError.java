package jp.madoguchi.agent.reader.pcsc;

import java.util.Optional;
import java.util.stream.Stream;

/** What PC/SC answers when it does not do what it is asked for; only what is told apart here. */
enum PcscError {
  SCARD_E_INVALID_HANDLE(0x80100003, true),
  SCARD_E_UNKNOWN_READER(0x80100009, true),
  SCARD_E_TIMEOUT(0x8010000A, false),
  /** Another program holds the card. */
  SCARD_E_SHARING_VIOLATION(0x8010000B, true),
  SCARD_E_NO_SMARTCARD(0x8010000C, false),
  /** Also what pcsclite says when the service went away in the middle of a call. */
  SCARD_F_COMM_ERROR(0x80100013, true),
  SCARD_E_NOT_TRANSACTED(0x80100016, false),
  SCARD_E_READER_UNAVAILABLE(0x80100017, true),
  SCARD_E_NO_SERVICE(0x8010001D, true),
  SCARD_E_SERVICE_STOPPED(0x8010001E, true),
  SCARD_E_NO_READERS_AVAILABLE(0x8010002E, true),
  SCARD_E_COMM_DATA_LOST(0x8010002F, false),
  SCARD_W_UNRESPONSIVE_CARD(0x80100066, false),
  SCARD_W_UNPOWERED_CARD(0x80100067, false),
  SCARD_W_RESET_CARD(0x80100068, false),
  SCARD_W_REMOVED_CARD(0x80100069, false);

  private final int code;
  private final boolean readerGone;

  PcscError(int code, boolean readerGone) {
    this.code = code;
    this.readerGone = readerGone;
  }

  int code() {
    return code;
  }

  /** Whether the reader cannot be used at all; otherwise it is the card that cannot. */
  boolean readerGone() {
    return readerGone;
  }

  static Optional<PcscError> of(int code) {
    return Stream.of(values()).filter(error -> error.code == code).findFirst();
  }
}
