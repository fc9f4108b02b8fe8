package jp.madoguchi.agent.reader.pcsc;

import com.sun.jna.FunctionMapper;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.NativeLongByReference;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * The functions of PC/SC that a reader needs, as winscard.h has them. On the machines of 64 bits
 * that this is for (pcsclite on Linux, Windows) a DWORD is a {@code long} of C and a handle has 8
 * bytes.
 *
 * <p>There is nothing between them and us, since what lies between (javax.smartcardio and its
 * replacements) fetches long answers by itself, and takes data for a status word when the card is
 * torn out meanwhile: docs/decisions/0015.
 */
interface Winscard extends Library {

  /** One byte of a name is one character, so that every name comes back as it was. */
  String ENCODING = "ISO-8859-1";

  /** Windows has each function that takes a text twice. */
  FunctionMapper WINDOWS =
      (library, method) ->
          method.getName()
              + (Set.of("SCardListReaders", "SCardGetStatusChange", "SCardConnect")
                      .contains(method.getName())
                  ? "A"
                  : "");

  NativeLong SCardEstablishContext(NativeLong scope, Pointer r1, Pointer r2, LongByReference to);

  NativeLong SCardReleaseContext(long context);

  NativeLong SCardListReaders(
      long context, String groups, byte[] names, NativeLongByReference length);

  NativeLong SCardGetStatusChange(
      long context, NativeLong milliseconds, Pointer states, NativeLong count);

  NativeLong SCardConnect(
      long context,
      String reader,
      NativeLong share,
      NativeLong protocols,
      LongByReference card,
      NativeLongByReference protocol);

  NativeLong SCardReconnect(
      long card,
      NativeLong share,
      NativeLong protocols,
      NativeLong disposition,
      NativeLongByReference protocol);

  NativeLong SCardDisconnect(long card, NativeLong disposition);

  NativeLong SCardTransmit(
      long card,
      Pointer sent,
      byte[] command,
      NativeLong commandLength,
      Pointer received,
      byte[] answer,
      NativeLongByReference answerLength);

  /**
   * The library of this machine.
   *
   * @throws IOException when there is none
   */
  static Winscard ofThisMachine() throws IOException {
    try {
      return Platform.isWindows()
          ? Native.load(
              "WinSCard",
              Winscard.class,
              Map.of(OPTION_STRING_ENCODING, ENCODING, OPTION_FUNCTION_MAPPER, WINDOWS))
          : Native.load(
              "libpcsclite.so.1", Winscard.class, Map.of(OPTION_STRING_ENCODING, ENCODING));
    } catch (UnsatisfiedLinkError e) {
      throw new IOException("this machine has no PC/SC (on Debian: package pcscd)", e);
    }
  }
}
