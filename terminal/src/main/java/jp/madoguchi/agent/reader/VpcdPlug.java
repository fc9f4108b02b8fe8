package jp.madoguchi.agent.reader;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import jdk.net.ExtendedSocketOptions;
import jp.madoguchi.agent.card.VirtualCard;

/**
 * Plugs a virtual card into vpcd, the virtual reader of PC/SC: each message is two bytes of length
 * and the payload; a payload of one byte handles the power, any other is a command.
 */
public final class VpcdPlug implements AutoCloseable {

  private static final int POWER_OFF = 0;
  private static final int POWER_ON = 1;
  private static final int RESET = 2;
  private static final int ASK_ATR = 4;
  private static final int CONNECT_MILLIS = 5_000;

  private final VirtualCard card;
  private final Socket socket;

  private VpcdPlug(VirtualCard card, Socket socket) {
    this.card = card;
    this.socket = socket;
  }

  /** Connects; the card lies on the reader from now until {@link #close}. */
  public static VpcdPlug connect(VirtualCard card, InetSocketAddress vpcd) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(vpcd.getHostString(), vpcd.getPort()), CONNECT_MILLIS);
      socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
      return new VpcdPlug(card, socket);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** Serves the reader until it goes away or the plug is pulled. */
  public void serve() throws IOException {
    try (socket) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      while (true) {
        answer(read(in));
      }
    } catch (EOFException e) {
      card.reset();
    } catch (IOException e) {
      card.reset();
      if (!socket.isClosed()) {
        throw e;
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private byte[] read(DataInputStream in) throws IOException {
    acknowledgeAtOnce();
    int length = in.readUnsignedShort();
    acknowledgeAtOnce();
    return in.readNBytes(length);
  }

  private void answer(byte[] message) throws IOException {
    if (message.length != 1) {
      send(card.transmit(message));
      return;
    }
    switch (message[0]) {
      case POWER_OFF, POWER_ON, RESET -> card.reset();
      case ASK_ATR -> send(card.atr());
      default -> throw new IOException("vpcd sent an unknown order " + message[0]);
    }
  }

  private void send(byte[] payload) throws IOException {
    byte[] message = new byte[payload.length + 2];
    message[0] = (byte) (payload.length >> 8);
    message[1] = (byte) payload.length;
    System.arraycopy(payload, 0, message, 2, payload.length);
    OutputStream out = socket.getOutputStream();
    out.write(message);
    out.flush();
  }

  /**
   * vpcd may send length and payload apart and then waits, up to 45 ms, for the length to be
   * acknowledged. The option holds for a moment only, so it is set before each read.
   */
  private void acknowledgeAtOnce() throws IOException {
    if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
      socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
    }
  }
}
