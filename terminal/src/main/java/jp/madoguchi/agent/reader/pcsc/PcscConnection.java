package jp.madoguchi.agent.reader.pcsc;

import static jp.madoguchi.agent.reader.pcsc.PcscException.check;

import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.NativeLongByReference;
import java.util.Arrays;
import jp.madoguchi.agent.apdu.CommandApdu;

/** A card that this program alone talks to. */
final class PcscConnection {

  private static final int EXCLUSIVE = 1;
  private static final int T0 = 1;
  private static final int T1 = 2;
  private static final int LEAVE = 0;
  private static final int RESET = 1;
  private static final int UNPOWER = 2;

  /** 256 bytes and a status word. */
  private static final int GREATEST_ANSWER = 258;

  private final Winscard winscard;
  private final PcscContext context;
  private final long card;
  private boolean t0;

  private PcscConnection(Winscard winscard, PcscContext context, long card, int protocol) {
    this.winscard = winscard;
    this.context = context;
    this.card = card;
    this.t0 = protocol == T0;
  }

  /**
   * Takes the card for this program alone: what another one selects in between would be ours.
   *
   * @param context the connection's own from now on, when there is one
   */
  static PcscConnection open(Winscard winscard, PcscContext context, String reader)
      throws PcscException {
    LongByReference card = new LongByReference();
    NativeLongByReference protocol = new NativeLongByReference();
    check(
        "SCardConnect",
        winscard.SCardConnect(
            context.handle(),
            reader,
            new NativeLong(EXCLUSIVE),
            new NativeLong(T0 | T1),
            card,
            protocol));
    return new PcscConnection(winscard, context, card.getValue(), protocol.getValue().intValue());
  }

  /**
   * Takes the power away and gives it back: a card that lost it for a moment is dead until then.
   */
  void powerAnew() throws PcscException {
    NativeLongByReference protocol = new NativeLongByReference();
    check(
        "SCardReconnect",
        winscard.SCardReconnect(
            card,
            new NativeLong(EXCLUSIVE),
            new NativeLong(T0 | T1),
            new NativeLong(UNPOWER),
            protocol));
    t0 = protocol.getValue().intValue() == T0;
  }

  /**
   * One command, one answer, both as they are.
   *
   * @return what came; nothing at all when the card was torn out and the driver does not say so
   */
  byte[] transmit(byte[] command) throws PcscException {
    byte[] sent = t0 ? withoutLe(command) : command;
    byte[] answer = new byte[GREATEST_ANSWER];
    NativeLongByReference length = new NativeLongByReference(new NativeLong(answer.length));
    try (Memory protocol = new Memory(2L * NativeLong.SIZE)) {
      protocol.setNativeLong(0, new NativeLong(t0 ? T0 : T1));
      protocol.setNativeLong(NativeLong.SIZE, new NativeLong(protocol.size()));
      check(
          "SCardTransmit",
          winscard.SCardTransmit(
              card, protocol, sent, new NativeLong(sent.length), null, answer, length));
    }
    return Arrays.copyOf(answer, length.getValue().intValue());
  }

  /** The next who takes the card finds nothing selected and no PIN verified. */
  void giveBack() {
    close(RESET);
  }

  /**
   * Lets go of a card that left or failed. It is not touched: pcsclite, told to reset a card that
   * is not there, takes the next one for dead when that follows quickly.
   */
  void letGo() {
    close(LEAVE);
  }

  private void close(int disposition) {
    winscard.SCardDisconnect(card, new NativeLong(disposition));
    context.close();
  }

  /** T=0 has no room for data and Le in one command: the answer is fetched by GET RESPONSE. */
  private static byte[] withoutLe(byte[] command) {
    boolean both =
        CommandApdu.parse(command)
            .filter(apdu -> apdu.hasData() && apdu.le() != CommandApdu.NO_LE)
            .isPresent();
    return both ? Arrays.copyOf(command, command.length - 1) : command;
  }
}
