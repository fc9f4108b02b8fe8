package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Styles, scripts, drawings and typefaces: asked for once, and anew when they changed. */
class AssetsIT {

  private static final String KEPT = "public, max-age=31536000, immutable";
  private static final Pattern SHEET =
      Pattern.compile("href=\"/(assets/[0-9a-f]{16})/vendor/fonts/biz-udpgothic/400\\.css\"");
  private static final Pattern SLICE = Pattern.compile("url\\(\\./(files/[a-z0-9-]+\\.woff2)\\)");

  @Test
  void whatAPageNamesIsKeptByTheBrowser() throws Exception {
    assertThat(ask(named() + "/js/frame.js").headers().firstValue("Cache-Control")).hasValue(KEPT);
  }

  @Test
  void aPageThatIsOlderThanTheServerGetsTodaysFilesAndKeepsNone() throws Exception {
    HttpResponse<byte[]> answer = ask("assets/0123456789abcdef/js/frame.js");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(ask(named() + "/js/frame.js").body());
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("public, no-cache");
  }

  @Test
  void whatIsNotThereIsNotKeptEither() throws Exception {
    HttpResponse<byte[]> answer = ask(named() + "/js/no-such.js");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  /** Pages prefer the machine's own BIZ UDPGothic; this is for a machine that has none. */
  @Test
  void theTypefaceIsServedToAMachineWithoutIt() throws Exception {
    String fonts = named() + "/vendor/fonts/biz-udpgothic/";
    Matcher slice =
        SLICE.matcher(new String(ask(fonts + "400.css").body(), StandardCharsets.UTF_8));
    assertThat(slice.find()).isTrue();
    HttpResponse<byte[]> font = ask(fonts + slice.group(1));
    assertThat(font.headers().firstValue("Content-Type")).hasValue("font/woff2");
    assertThat(new String(font.body(), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("wOF2");
  }

  private static String named() throws Exception {
    Matcher sheet = SHEET.matcher(new String(ask("login.xhtml").body(), StandardCharsets.UTF_8));
    assertThat(sheet.find()).isTrue();
    return sheet.group(1);
  }

  private static HttpResponse<byte[]> ask(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(RunningCounter.get().address() + path)).build(),
            BodyHandlers.ofByteArray());
  }
}
