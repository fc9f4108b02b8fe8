package jp.madoguchi.agent.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jp.madoguchi.agent.card.Cards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The plug against a peer that speaks as vpcd does. */
@Timeout(30)
class VpcdPlugTest {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  @Test
  void theCardAnswersThroughThePlug() throws Exception {
    try (ServerSocket vpcd = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      VpcdPlug plug =
          VpcdPlug.connect(Cards.fresh(), new InetSocketAddress("127.0.0.1", vpcd.getLocalPort()));
      CompletableFuture<Void> served = CompletableFuture.runAsync(() -> serve(plug));
      try (Socket peer = vpcd.accept()) {
        assertThat(ask(peer, "04")).isEqualTo("3BE000FF8131FE4514");
        tell(peer, "01");
        assertThat(ask(peer, "00A4040C0AD392F000260100000001")).isEqualTo("9000");
        assertThat(ask(peer, "00A4020C020006")).isEqualTo("9000");
        tell(peer, "02");
        assertThat(ask(peer, "00B0000000")).isEqualTo("6986");
        tell(peer, "00");
      }
      served.get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void pullingThePlugEndsIt() throws Exception {
    try (ServerSocket vpcd = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      VpcdPlug plug =
          VpcdPlug.connect(Cards.fresh(), new InetSocketAddress("127.0.0.1", vpcd.getLocalPort()));
      CompletableFuture<Void> served = CompletableFuture.runAsync(() -> serve(plug));
      try (Socket peer = vpcd.accept()) {
        ask(peer, "04");
        plug.close();
        served.get(10, TimeUnit.SECONDS);
      }
    }
  }

  private static void serve(VpcdPlug plug) {
    try {
      plug.serve();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void tell(Socket peer, String message) throws IOException {
    byte[] payload = HEX.parseHex(message);
    OutputStream out = peer.getOutputStream();
    out.write(new byte[] {0, (byte) payload.length});
    out.write(payload);
  }

  private static String ask(Socket peer, String message) throws IOException {
    tell(peer, message);
    DataInputStream in = new DataInputStream(peer.getInputStream());
    return HEX.formatHex(in.readNBytes(in.readUnsignedShort()));
  }
}
