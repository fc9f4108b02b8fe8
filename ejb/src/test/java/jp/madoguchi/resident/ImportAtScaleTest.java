package jp.madoguchi.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import jp.madoguchi.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A whole city's register. 20,000 lines in the ordinary run; {@code
 * -Dresident.import.lines=1000000} makes it a million, {@code -Xmx128m} beside it shows that memory
 * is bounded.
 */
class ImportAtScaleTest {

  private static final int LINES = Integer.getInteger("resident.import.lines", 20_000);

  private final ImportLedger ledger = new ImportsInTransactions();

  @AfterEach
  void removeTheCity() {
    TestDatabase.shared()
        .doInTransaction(
            entities -> {
              entities
                  .createNativeQuery(
                      "delete from madoguchi.resident_card where serial like 'SCALE%'")
                  .executeUpdate();
              entities
                  .createNativeQuery(
                      "delete from madoguchi.resident where register_number like 'SCALE-%'")
                  .executeUpdate();
            });
  }

  @Test
  void everyLineOfACityIsKept() {
    Instant start = Instant.now();
    long id = ledger.open("tester", "scale", start, 0);
    ledger.begin(id);
    new ImportRun(ledger, new EntryReader(java.time.LocalDate.of(2026, 11, 24)), new ImportFaults())
        .run(id, new City(LINES));
    ledger.end(id, ImportState.DONE, start);
    ImportProgress progress = ledger.find(id).orElseThrow();
    assertThat(progress.linesKept()).isEqualTo(LINES);
    assertThat(progress.linesRefused()).isZero();
  }

  /** The lines of a city, made while they are read. */
  private static final class City extends InputStream {

    private final int residents;
    private int next;
    private byte[] line = (CsvOfResidents.header() + "\n").getBytes(StandardCharsets.UTF_8);
    private int position;

    City(int residents) {
      this.residents = residents;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      if (position == line.length) {
        if (next == residents) {
          return -1;
        }
        line = line(next++);
        position = 0;
      }
      int count = Math.min(length, line.length - position);
      System.arraycopy(line, position, into, from, count);
      position += count;
      return count;
    }

    private static byte[] line(int number) {
      Map<ResidentColumn, String> values =
          Map.of(
              ResidentColumn.NAME, "架空　" + Character.toString(0x4E00 + number % 20000),
              ResidentColumn.KANA,
                  "カクウ　" + (char) ('ァ' + number % 80) + (char) ('ア' + number / 80 % 80),
              ResidentColumn.BIRTH_DATE, (1930 + number % 90) + "0217",
              ResidentColumn.CARD_SERIAL, "SCALE" + String.format("%010d", number),
              ResidentColumn.CARD_KIND, "MY_NUMBER",
              ResidentColumn.CARD_EXPIRES_ON, "20310217",
              ResidentColumn.CARD_STATE, "VALID");
      return (CsvOfResidents.line("SCALE-" + number, values) + "\n")
          .getBytes(StandardCharsets.UTF_8);
    }
  }
}
