package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** The office as the tests find it: on a Tuesday morning, open. */
final class Office {

  /** A day on which the counter is open from 8:30 to 17:15. */
  static final String TUESDAY_MORNING = "2026-11-24T10:00:00+09:00";

  private static boolean open;

  private Office() {}

  static synchronized void isOpen() {
    if (!open) {
      clockStandsAt(TUESDAY_MORNING);
      open = true;
    }
  }

  /** Does something while the clock stands elsewhere, and puts it back. */
  static void at(String moment, Runnable work) {
    isOpen();
    clockStandsAt(moment);
    try {
      work.run();
    } finally {
      clockStandsAt(TUESDAY_MORNING);
    }
  }

  static void clockStandsAt(String moment) {
    Api.Reply reply = Api.as("admin1").put("api/training/clock", Map.of("now", moment));
    assertThat(reply.status()).as(reply.text()).isBetween(200, 204);
  }
}
