package jp.madoguchi.agent.reader.pcsc;

import static jp.madoguchi.agent.reader.pcsc.PcscException.check;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.NativeLongByReference;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * One line to the PC/SC service. It dies with the service; a new one finds the new service. While
 * it waits for a change nothing else goes over it, so a connection to a card has one of its own.
 */
final class PcscContext implements AutoCloseable {

  private static final int SCOPE_SYSTEM = 2;
  private static final int GREATEST_ATR = 36;

  private final Winscard winscard;
  private final long context;

  private PcscContext(Winscard winscard, long context) {
    this.winscard = winscard;
    this.context = context;
  }

  static PcscContext establish(Winscard winscard) throws PcscException {
    LongByReference context = new LongByReference();
    check(
        "SCardEstablishContext",
        winscard.SCardEstablishContext(new NativeLong(SCOPE_SYSTEM), null, null, context));
    return new PcscContext(winscard, context.getValue());
  }

  /** The names of the readers that are connected. */
  List<String> readers() throws PcscException {
    NativeLongByReference length = new NativeLongByReference();
    NativeLong code = winscard.SCardListReaders(context, null, null, length);
    if (code.intValue() == PcscError.SCARD_E_NO_READERS_AVAILABLE.code()) {
      return List.of();
    }
    check("SCardListReaders", code);
    byte[] names = new byte[length.getValue().intValue()];
    check("SCardListReaders", winscard.SCardListReaders(context, null, names, length));
    String all = new String(names, Charset.forName(Winscard.ENCODING));
    return Stream.of(all.split("\0")).filter(name -> !name.isEmpty()).toList();
  }

  /**
   * Waits until something has changed at the reader, or for a while.
   *
   * @param known the state that was seen last
   */
  Sighting look(String reader, int known, Duration atMost) throws PcscException {
    try (Memory name = new Memory(reader.length() + 1L);
        Memory state =
            new Memory(2L * Native.POINTER_SIZE + 3L * NativeLong.SIZE + GREATEST_ATR + 8L)) {
      name.setString(0, reader, Winscard.ENCODING);
      state.clear();
      state.setPointer(0, name);
      long at = 2L * Native.POINTER_SIZE;
      state.setNativeLong(at, new NativeLong(known, true));
      state.setNativeLong(at + NativeLong.SIZE, new NativeLong(known, true));
      NativeLong code =
          winscard.SCardGetStatusChange(
              context, new NativeLong(atMost.toMillis()), state, new NativeLong(1));
      if (code.intValue() != PcscError.SCARD_E_TIMEOUT.code()) {
        check("SCardGetStatusChange", code);
      }
      int length = state.getNativeLong(at + 2L * NativeLong.SIZE).intValue();
      return new Sighting(
          state.getNativeLong(at + NativeLong.SIZE).intValue(),
          state.getByteArray(at + 3L * NativeLong.SIZE, Math.min(length, GREATEST_ATR)));
    }
  }

  long handle() {
    return context;
  }

  @Override
  public void close() {
    winscard.SCardReleaseContext(context);
  }
}
