package jp.madoguchi.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.testing.Mutation;
import jp.madoguchi.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files spoilt at random, by fixed seeds: a spoilt line never breaks another one. */
class ImportFuzzTest {

  private static final int LINES = 200;
  private static final int FILES = Integer.getInteger("madoguchi.fuzz", 6_000);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void bytesChangedAtRandomSpoilOnlyTheirOwnLines(long seed) {
    Random random = new Random(seed);
    CsvOfResidents file = CsvOfResidents.file();
    for (int i = 0; i < LINES; i++) {
      file.good("F-" + i);
    }
    byte[] bytes = file.bytes();
    int header = CsvOfResidents.header().length() + 2;
    int changes = 40;
    for (int i = 0; i < changes; i++) {
      bytes[header + random.nextInt(bytes.length - header)] = (byte) random.nextInt(256);
    }
    List<ImportLine> lines = read(bytes);
    long good = lines.stream().filter(ImportLine.Good.class::isInstance).count();
    // A change can join two lines, when it falls on the end of one.
    assertThat(good).isGreaterThanOrEqualTo(LINES - 2L * changes);
    assertThat(lines).hasSizeBetween(LINES - changes, LINES + changes);
  }

  @ParameterizedTest
  @ValueSource(longs = {144, 233, 377})
  void noiseIsRefusedAndNothingElseHappens(long seed) {
    byte[] noise = new byte[100_000];
    new Random(seed).nextBytes(noise);
    byte[] header = (CsvOfResidents.header() + "\n").getBytes();
    byte[] bytes = new byte[header.length + noise.length];
    System.arraycopy(header, 0, bytes, 0, header.length);
    System.arraycopy(noise, 0, bytes, header.length, noise.length);
    assertThat(read(bytes)).hasSizeGreaterThan(100).allMatch(ImportLine.Refused.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(longs = {610, 987, 1597})
  void valuesMadeAtRandomAreEitherInFormOrRefused(long seed) {
    Random random = new Random(seed);
    String pieces = "架空一郎　 \"',0123456789-/年月日男女ｱァぁ𠮷󠄀\uFEFF\u200B県神奈川東京都";
    int[] characters = pieces.codePoints().toArray();
    EntryReader reader = new EntryReader(LocalDate.of(2026, 11, 24));
    for (int i = 0; i < 5000; i++) {
      String[] values = new String[ResidentColumn.values().length];
      for (int column = 0; column < values.length; column++) {
        StringBuilder value = new StringBuilder();
        for (int length = random.nextInt(12); length > 0; length--) {
          value.appendCodePoint(characters[random.nextInt(characters.length)]);
        }
        values[column] = value.toString();
      }
      assertThat(reader.read(2, values)).isInstanceOf(ImportLine.Refused.class);
    }
  }

  /** With the values above 21,000; {@code -Dmadoguchi.fuzz=N} tries another number. */
  @Test
  void aFileDamagedAnywhereIsReadOrRefusedWithWords() {
    Random random = new Random(20261126);
    byte[] whole = CsvOfResidents.file().good("F-1").good("F-2").bytes();
    int read = 0;
    int refused = 0;
    for (int i = 0; i < FILES; i++) {
      try {
        read(Mutation.of(whole, random));
        read++;
      } catch (BusinessException e) {
        assertThat(Texts.find(Locale.JAPANESE, "problem." + e.problem().code() + ".title"))
            .as(e.problem().code())
            .isPresent();
        refused++;
      }
    }
    assertThat(read).isPositive();
    assertThat(refused).isPositive();
  }

  private static List<ImportLine> read(byte[] bytes) {
    List<ImportLine> lines = new ArrayList<>();
    EntryReader entries = new EntryReader(LocalDate.of(2026, 11, 24));
    try (ResidentCsv csv = new ResidentCsv(new ByteArrayInputStream(bytes), entries)) {
      for (Optional<ImportLine> line = csv.next(); line.isPresent(); line = csv.next()) {
        lines.add(line.get());
      }
    }
    return lines;
  }
}
