package jp.madoguchi.web.resident;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import jp.madoguchi.web.rest.Json;
import jp.madoguchi.web.rest.ProblemOf;
import org.junit.jupiter.api.Test;

/**
 * Lists of changes spoilt at random, by a fixed seed: each is refused as JSON, which is a 400, or
 * read as changes. {@code -Dmadoguchi.fuzz=N} tries another number.
 */
class ChangesFuzzTest {

  private static final int INPUTS = Integer.getInteger("madoguchi.fuzz", 20_000);

  private static final byte[] GOOD =
      """
      [{"changeId":"1","registerNumber":"R-1","occurredAt":"2026-11-20T09:00:00+09:00","sequence":2,
      "minorCorrection":false,"record":{"name":"架空　二郎","address":"神奈川県厚木市中町1","diedOn":null}},
      {"changeId":"2","registerNumber":"R-2","occurredAt":"2026-11-21T09:00:00+09:00",
      "newRecord":true,"record":{"status":"MOVED_AWAY","movedAwayOn":"2026-11-20"}}]"""
          .getBytes(UTF_8);

  /** Pieces that mean something in JSON meet more of a reader's ways than bytes do. */
  private static final String[] PIECES = {
    "null",
    "[",
    "]",
    "{",
    "}",
    "\"",
    ",",
    ":",
    "1e999",
    "-",
    "\\u0000",
    "\\ud800",
    "true",
    "\u0000",
    "99999999999999999999",
    "[[[[[[[[",
    "{\"record\":",
    "\uFEFF",
    "\\",
    "0.1"
  };

  @Test
  void whateverIsSentIsRefusedAsJsonOrReadAsChanges() throws Exception {
    Random random = new Random(20261126);
    int refused = 0;
    int read = 0;
    for (int i = 0; i < INPUTS; i++) {
      byte[] sent = spoilt(random);
      try {
        ChangesJson changes = Json.mapper().readValue(sent, ChangesJson.class);
        if (changes.changes().stream().noneMatch(Objects::isNull)) {
          assertThat(changes.forms()).hasSameSizeAs(changes.changes());
        }
        read++;
      } catch (IOException e) {
        assertThat(ProblemOf.exception(e).orElseThrow().status())
            .as(new String(sent, UTF_8))
            .isEqualTo(400);
        refused++;
      }
    }
    assertThat(refused).isPositive();
    assertThat(read).isPositive();
  }

  private static byte[] spoilt(Random random) {
    byte[] bytes = GOOD.clone();
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      int place = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[place] = (byte) random.nextInt(256);
        case 1 -> bytes = Arrays.copyOf(bytes, place + 1);
        default -> bytes = with(PIECES[random.nextInt(PIECES.length)], bytes, place);
      }
    }
    return bytes;
  }

  private static byte[] with(String piece, byte[] bytes, int place) {
    String text = new String(bytes, UTF_8);
    int at = Math.min(place, text.length());
    return (text.substring(0, at) + piece + text.substring(at)).getBytes(UTF_8);
  }
}
