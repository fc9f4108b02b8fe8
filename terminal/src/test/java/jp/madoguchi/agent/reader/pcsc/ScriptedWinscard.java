package jp.madoguchi.agent.reader.pcsc;

import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.NativeLongByReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A PC/SC whose errors a test chooses, for those that no virtual reader has. */
final class ScriptedWinscard implements Winscard {

  static final String READER = "ACME Reader 00 00";

  private static final int CARD_PRESENT = 0x00010020;
  private static final int DONE = 0;

  final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  volatile int atEstablish = DONE;
  volatile int atList = DONE;
  volatile int atLook = DONE;
  volatile int atConnect = DONE;
  volatile int atTransmit = DONE;
  volatile int state = CARD_PRESENT;
  volatile byte[] answer = {(byte) 0x90, 0};
  volatile int protocol = 2;
  volatile byte[] sent;

  @Override
  public NativeLong SCardEstablishContext(
      NativeLong scope, Pointer r1, Pointer r2, LongByReference to) {
    return new NativeLong(atEstablish);
  }

  @Override
  public NativeLong SCardReleaseContext(long context) {
    return new NativeLong(DONE);
  }

  @Override
  public NativeLong SCardListReaders(
      long context, String groups, byte[] names, NativeLongByReference length) {
    byte[] list = (READER + "\0\0").getBytes(StandardCharsets.US_ASCII);
    if (names != null) {
      System.arraycopy(list, 0, names, 0, list.length);
    }
    length.setValue(new NativeLong(list.length));
    return new NativeLong(atList);
  }

  @Override
  public NativeLong SCardGetStatusChange(
      long context, NativeLong milliseconds, Pointer states, NativeLong count) {
    Pause.of(Duration.ofMillis(5));
    states.setNativeLong(2L * Native.POINTER_SIZE + NativeLong.SIZE, new NativeLong(state));
    return new NativeLong(atLook);
  }

  @Override
  public NativeLong SCardConnect(
      long context,
      String reader,
      NativeLong share,
      NativeLong protocols,
      LongByReference card,
      NativeLongByReference chosen) {
    calls.add("connect");
    chosen.setValue(new NativeLong(protocol));
    return new NativeLong(atConnect);
  }

  @Override
  public NativeLong SCardReconnect(
      long card,
      NativeLong share,
      NativeLong protocols,
      NativeLong disposition,
      NativeLongByReference chosen) {
    calls.add("reconnect " + disposition);
    chosen.setValue(new NativeLong(protocol));
    return new NativeLong(DONE);
  }

  @Override
  public NativeLong SCardDisconnect(long card, NativeLong disposition) {
    calls.add("disconnect " + disposition);
    return new NativeLong(DONE);
  }

  @Override
  public NativeLong SCardTransmit(
      long card,
      Pointer protocol,
      byte[] command,
      NativeLong commandLength,
      Pointer received,
      byte[] to,
      NativeLongByReference length) {
    sent = command;
    System.arraycopy(answer, 0, to, 0, answer.length);
    length.setValue(new NativeLong(answer.length));
    return new NativeLong(atTransmit);
  }
}
