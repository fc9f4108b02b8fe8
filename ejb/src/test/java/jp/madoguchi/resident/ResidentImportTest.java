package jp.madoguchi.resident;

import static jp.madoguchi.resident.CsvOfResidents.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.resident.LineRefusal.Reason;
import jp.madoguchi.settings.Settings;
import jp.madoguchi.testing.MovableClock;
import jp.madoguchi.testing.RecordedActs;
import jp.madoguchi.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Handing the register over: good lines are kept, the others named with field and reason. */
class ResidentImportTest {

  private static final String NODE = System.getProperty("jboss.node.name", "standalone");

  @TempDir private Path directory;

  private final MovableClock clock = new MovableClock("2026-11-24T10:00");
  private final ImportLedger ledger = new ImportsInTransactions();
  private final RecordedActs acts = new RecordedActs();
  private final ImportDesk desk =
      new ImportDesk(
          ledger,
          new ImportSpool(new Settings()),
          clock,
          acts,
          new ImportEnding(ledger, clock, acts),
          null);

  @AfterEach
  void noImportStaysOpen() {
    ledger.interrupt(NODE, clock.instant());
  }

  @Test
  void theLinesToComeAreCountedWhenTheFileIsReceived() throws IOException {
    Path body =
        Files.write(directory.resolve("body.csv"), file().good("RI-A").good("RI-B").bytes());
    Path open = Files.writeString(directory.resolve("open.csv"), "head\r\none\r\ntwo");
    Path headOnly = Files.writeString(directory.resolve("head.csv"), "head");
    ImportSpool spool = new ImportSpool(new Settings());
    assertThat(spool.lines(body)).isEqualTo(2);
    assertThat(spool.lines(open)).isEqualTo(2);
    assertThat(spool.lines(headOnly)).isZero();
  }

  @Test
  void goodLinesAreKeptAndEachRefusedLineIsNamedWithItsReasons() {
    ImportProgress progress =
        imported(
            file()
                .good("RI-1")
                .but(
                    "RI-2",
                    Map.of(ResidentColumn.SEX, "9", ResidentColumn.BIRTH_DATE, "1980-02-30"))
                .good("RI-3"));
    assertThat(progress.state()).isEqualTo(ImportState.DONE);
    assertThat(progress.linesRead()).isEqualTo(3);
    assertThat(progress.linesKept()).isEqualTo(2);
    assertThat(progress.linesRefused()).isEqualTo(1);
    assertThat(refusals(progress))
        .containsExactly(
            new LineRefusal(3, "birth_date", Reason.IMPOSSIBLE_DATE),
            new LineRefusal(3, "sex", Reason.NOT_A_CHOICE));
    assertThat(registered("RI-1")).isTrue();
    assertThat(registered("RI-2")).isFalse();
    assertThat(registered("RI-3")).isTrue();
  }

  static Stream<Arguments> badValues() {
    return Stream.of(
        Arguments.of(ResidentColumn.REGISTER_NUMBER, "", Reason.MISSING),
        Arguments.of(ResidentColumn.REGISTER_NUMBER, "1".repeat(21), Reason.TOO_LONG),
        Arguments.of(ResidentColumn.NAME, "", Reason.MISSING),
        Arguments.of(ResidentColumn.NAME, "架".repeat(201), Reason.TOO_LONG),
        Arguments.of(ResidentColumn.NAME, "架空\u0000", Reason.CONTROL_CHARACTER),
        Arguments.of(ResidentColumn.NAME, "架空\u202E一郎", Reason.CONTROL_CHARACTER), // bidi
        Arguments.of(ResidentColumn.NAME, "架空\uE000", Reason.PRIVATE_CHARACTER), // 外字
        Arguments.of(ResidentColumn.KANA, "架空", Reason.FORM),
        Arguments.of(ResidentColumn.BIRTH_DATE, "", Reason.MISSING),
        Arguments.of(ResidentColumn.BIRTH_DATE, "1999-02-29", Reason.IMPOSSIBLE_DATE),
        Arguments.of(ResidentColumn.BIRTH_DATE, "昨日", Reason.IMPOSSIBLE_DATE),
        Arguments.of(ResidentColumn.BIRTH_DATE, "平成31年5月1日", Reason.IMPOSSIBLE_DATE), // 令和
        Arguments.of(ResidentColumn.BIRTH_DATE, "2026-11-25", Reason.DATE_OUT_OF_RANGE), // future
        Arguments.of(ResidentColumn.BIRTH_DATE, "1867-01-01", Reason.IMPOSSIBLE_DATE),
        Arguments.of(ResidentColumn.SEX, "", Reason.MISSING),
        Arguments.of(ResidentColumn.POSTAL_CODE, "243", Reason.FORM),
        Arguments.of(ResidentColumn.ADDRESS, "厚木市中町3丁目", Reason.FORM), // no prefecture
        Arguments.of(ResidentColumn.ADDRESS, "神奈川県" + "架".repeat(197), Reason.TOO_LONG),
        Arguments.of(ResidentColumn.HOUSEHOLD_NUMBER, "十二", Reason.FORM),
        Arguments.of(ResidentColumn.STATUS, "MOVED_AWAY", Reason.CONTRADICTION), // no day
        Arguments.of(ResidentColumn.STATUS, "引越", Reason.NOT_A_CHOICE),
        Arguments.of(ResidentColumn.DIED_ON, "2026-01-01", Reason.CONTRADICTION), // alive
        Arguments.of(ResidentColumn.DIED_ON, "1979-01-01", Reason.DATE_OUT_OF_RANGE),
        Arguments.of(ResidentColumn.ADULT_WARD, "maybe", Reason.NOT_A_CHOICE),
        Arguments.of(ResidentColumn.CARD_SERIAL, "123", Reason.FORM));
  }

  @ParameterizedTest
  @MethodSource("badValues")
  void aBadValueIsRefusedWithItsReason(ResidentColumn column, String value, Reason reason) {
    ImportProgress progress = imported(file().but("RB-1", column, value).good("RB-2"));
    assertThat(progress.linesKept()).isEqualTo(1);
    assertThat(refusals(progress)).extracting(LineRefusal::reason).contains(reason);
    assertThat(refusals(progress)).allMatch(refusal -> refusal.line() == 2);
  }

  static Stream<Arguments> goodValues() {
    return Stream.of(
        Arguments.of(ResidentColumn.BIRTH_DATE, "19800217"),
        Arguments.of(ResidentColumn.BIRTH_DATE, "昭和55年2月17日"),
        Arguments.of(ResidentColumn.BIRTH_DATE, "S55.2.17"),
        Arguments.of(ResidentColumn.BIRTH_DATE, "2026-11-24"), // born today
        Arguments.of(ResidentColumn.NAME, "SAMPLE TARO JOHN"),
        Arguments.of(ResidentColumn.NAME, "辻󠄀 研修"), // an ordinary space becomes U+3000
        Arguments.of(ResidentColumn.NAME, "見本"), // a single name
        Arguments.of(ResidentColumn.KANA, "かくう いちろう"),
        Arguments.of(ResidentColumn.KANA, ""), // none registered
        Arguments.of(ResidentColumn.SEX, "女"),
        Arguments.of(ResidentColumn.ADDRESS, "神奈川県" + "辻󠄀".repeat(196)), // 200 characters
        Arguments.of(ResidentColumn.HOUSEHOLD_NUMBER, ""),
        Arguments.of(ResidentColumn.STAY_UNTIL, "2027-03-31"),
        Arguments.of(ResidentColumn.ADULT_WARD, "1"));
  }

  @ParameterizedTest
  @MethodSource("goodValues")
  void aGoodValueIsKept(ResidentColumn column, String value) {
    ImportProgress progress = imported(file().but("RG-1", column, value));
    assertThat(refusals(progress)).isEmpty();
    assertThat(progress.linesKept()).isEqualTo(1);
  }

  @Test
  void anOpenQuotationMarkSpoilsItsLineAndNotTheRest() {
    ImportProgress progress =
        imported(file().raw("\"RQ-0,open").raw("RQ-0,\"a\"b\"").good("RQ-1").raw("").good("RQ-2"));
    assertThat(progress.linesKept()).isEqualTo(2);
    assertThat(refusals(progress))
        .containsExactly(
            new LineRefusal(2, "line", Reason.MALFORMED),
            new LineRefusal(3, "line", Reason.MALFORMED));
  }

  @Test
  void aLineWithTooFewOrTooManyColumnsOrWithoutEndIsRefused() {
    ImportProgress progress =
        imported(
            file()
                .raw("RW-1,架空")
                .raw(CsvOfResidents.line("RW-2", Map.of()) + ",more")
                .raw("x".repeat(5_000_000))
                .good("RW-3"));
    assertThat(refusals(progress))
        .extracting(LineRefusal::reason)
        .containsExactly(Reason.COLUMN_COUNT, Reason.COLUMN_COUNT, Reason.TOO_LONG);
    assertThat(progress.linesKept()).isEqualTo(1);
  }

  @Test
  void aByteOrderMarkAndAnyEndOfLineAreTaken() {
    String text = "\uFEFF" + new String(file().good("RM-1").bytes(), StandardCharsets.UTF_8);
    for (String end : List.of("\n", "\r", "\r\n")) {
      byte[] bytes = text.replace("\r\n", end).getBytes(StandardCharsets.UTF_8);
      assertThat(run(new ByteArrayInputStream(bytes)).linesKept()).isEqualTo(1);
    }
  }

  @Test
  void bytesThatAreNotUtf8AreRefusedWithTheirLine() {
    byte[] bytes = file().good("RU-1").good("RU-2").bytes();
    String asLatin = new String(bytes, StandardCharsets.ISO_8859_1);
    byte[] spoilt = asLatin.replace("RU-1", "RU\u00ff1").getBytes(StandardCharsets.ISO_8859_1);
    ImportProgress progress = run(new ByteArrayInputStream(spoilt));
    assertThat(refusals(progress)).containsExactly(new LineRefusal(2, "line", Reason.NOT_UTF8));
    assertThat(progress.linesKept()).isEqualTo(1);
  }

  @Test
  void columnsMayStandInAnyOrderAndBearJapaneseNames() {
    String japanese =
        Stream.of(ResidentColumn.values())
            .map(ResidentColumn::japanese)
            .collect(Collectors.joining(","));
    String text =
        new String(file().good("RJ-1").bytes(), StandardCharsets.UTF_8)
            .replace(CsvOfResidents.header(), japanese);
    InputStream stream = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    assertThat(run(stream).linesKept()).isEqualTo(1);
  }

  static Stream<Arguments> badFiles() {
    return Stream.of(
        Arguments.of("import-empty", ""),
        Arguments.of("import-header", "register_number,name"), // columns are missing
        Arguments.of("import-header", CsvOfResidents.header() + ",個人番号"), // R-MINIMUM
        Arguments.of("import-header-doubled", CsvOfResidents.header() + ",氏名"),
        Arguments.of("import-not-csv", "\"register_number"),
        Arguments.of("import-not-csv", "PK\u0000\u0003"));
  }

  @ParameterizedTest
  @MethodSource("badFiles")
  void aFileWithoutAGoodHeaderIsRefusedAsAWhole(String code, String text) throws IOException {
    Path body = Files.writeString(directory.resolve("body.csv"), text);
    assertThatThrownBy(() -> desk.accept(body, "tester"))
        .isInstanceOfSatisfying(
            BusinessException.class,
            refused -> assertThat(refused.problem().code()).isEqualTo(code));
    assertThat(acts.all()).isEmpty();
  }

  @Test
  void aFileInAnotherEncodingIsRefusedAsAWhole() throws IOException {
    byte[] cp932 = "宛名番号,氏名".getBytes(Charset.forName("windows-31j"));
    Path body = Files.write(directory.resolve("body.csv"), cp932);
    assertThatThrownBy(() -> desk.accept(body, "tester")).hasMessageContaining("import-not-csv");
  }

  @Test
  void sendingTheSameFileTwiceChangesNothing() {
    imported(file().good("RT-1"));
    ImportProgress again = imported(file().good("RT-1"));
    assertThat(again.linesKept()).isEqualTo(1);
    long version =
        Entries.ask(register -> register.search(ResidentQuery.byKana("カクウ").page(1, 100)))
            .residents()
            .stream()
            .filter(resident -> resident.registerNumber().equals("RT-1"))
            .findFirst()
            .orElseThrow()
            .version();
    assertThat(version).isZero();
  }

  @Test
  void aBatchWhoseAnswerWasLostIsNotCountedTwice() {
    long id = ledger.open("tester", NODE, clock.instant(), 0);
    ledger.begin(id);
    SortedMap<Long, ResidentEntry> lines = Entries.lines(Entries.aResident("RL-1"));
    ledger.keep(id, lines, List.of());
    ledger.keep(id, lines, List.of());
    assertThat(ledger.find(id).orElseThrow().linesRead()).isEqualTo(1);
  }

  @Test
  void oneImportRunsAtATime() {
    ledger.open("tester", NODE, clock.instant(), 0);
    assertThatThrownBy(() -> ledger.open("another", NODE, clock.instant(), 0))
        .hasMessageContaining("import-running");
  }

  @Test
  void aServerThatStartsAgainSaysThatTheImportWasInterrupted() {
    long id = ledger.open("tester", NODE, clock.instant(), 0);
    ledger.begin(id);
    desk.tidyUp();
    ImportProgress progress = ledger.find(id).orElseThrow();
    assertThat(progress.state()).isEqualTo(ImportState.INTERRUPTED);
    assertThat(progress.endedAt()).isEqualTo(clock.instant());
    assertThat(acts.names()).containsExactly("resident.import-interrupted");
    assertThatThrownBy(() -> ledger.keep(id, Entries.lines(Entries.aResident("RX-1")), List.of()))
        .isInstanceOf(IllegalStateException.class);
  }

  /** What was entered before the interruption is found unchanged, and nothing follows from it. */
  @Test
  void anInterruptedImportGoesOnWhenTheSameFileIsSentAgain() {
    CsvOfResidents csv = file();
    for (int i = 0; i <= ImportRun.BATCH; i++) {
      csv.good("RW-" + i);
    }
    ImportLedger stopping =
        new ImportsInTransactions() {
          @Override
          public void keep(long i, SortedMap<Long, ResidentEntry> good, List<LineRefusal> not) {
            super.keep(i, good, not);
            interrupt(NODE, clock.instant());
          }
        };
    long id = ledger.open("tester", NODE, clock.instant(), 0);
    ledger.begin(id);
    ImportRun stopped = new ImportRun(stopping, new EntryReader(clock.today()), new ImportFaults());
    assertThatThrownBy(() -> stopped.run(id, csv.stream()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(inBatch("version >= 0")).isEqualTo(ImportRun.BATCH);

    assertThat(imported(csv).linesKept()).isEqualTo(ImportRun.BATCH + 1);
    assertThat(inBatch("version >= 0")).isEqualTo(ImportRun.BATCH + 1);
    assertThat(inBatch("version > 0")).as("written again").isZero();
    removeTheBatch();
  }

  private static long inBatch(String condition) {
    return TestDatabase.shared()
        .inTransaction(
            entities ->
                (Number)
                    entities
                        .createNativeQuery(
                            "select count(*) from madoguchi.resident"
                                + " where register_number like 'RW-%' and "
                                + condition)
                        .getSingleResult())
        .longValue();
  }

  private static void removeTheBatch() {
    TestDatabase.shared()
        .doInTransaction(
            entities ->
                entities
                    .createNativeQuery(
                        "delete from madoguchi.resident where register_number like 'RW-%'")
                    .executeUpdate());
  }

  @Test
  void anImportOfAnotherNodeGoesOn() {
    long id = ledger.open("tester", "other-node", clock.instant(), 0);
    desk.tidyUp();
    assertThat(ledger.find(id).orElseThrow().state()).isEqualTo(ImportState.WAITING);
    ledger.interrupt("other-node", clock.instant());
  }

  @Test
  void aLineThatTheDatabaseDoesNotTakeIsFoundAndTheOthersAreKept() {
    // Born before the register's first day: the reader would refuse it, so it is handed past it.
    long id = ledger.open("tester", NODE, clock.instant(), 0);
    ledger.begin(id);
    ImportLedger spoiling =
        new ImportsInTransactions() {
          @Override
          public void keep(long i, SortedMap<Long, ResidentEntry> good, List<LineRefusal> not) {
            good.replaceAll(
                (line, entry) ->
                    entry.registerNumber().equals("RY-4")
                        ? Entries.named(entry, "架空\u0007", "")
                        : entry);
            super.keep(i, good, not);
          }
        };
    CsvOfResidents csv = file();
    for (int i = 0; i < 9; i++) {
      csv.good("RY-" + i);
    }
    new ImportRun(spoiling, new EntryReader(clock.today()), new ImportFaults())
        .run(id, csv.but("RY-X", ResidentColumn.SEX, "9").stream());
    ImportProgress progress = ledger.find(id).orElseThrow();
    assertThat(progress.linesKept()).isEqualTo(8);
    assertThat(refusals(progress))
        .containsExactly(
            new LineRefusal(6, "line", Reason.NOT_STORED),
            new LineRefusal(11, "sex", Reason.NOT_A_CHOICE));
  }

  @Test
  void theBodyIsRemovedAtTheEnd() throws IOException {
    Path body = Files.write(directory.resolve("body.csv"), file().good("RZ-1").bytes());
    long id = ledger.open("tester", NODE, clock.instant(), 0);
    desk.see(new ImportDesk.Accepted(id, body));
    assertThat(ledger.find(id).orElseThrow().state()).isEqualTo(ImportState.DONE);
    assertThat(body).doesNotExist();
    assertThat(acts.all().get(0).details())
        .containsEntry("kept", "1")
        .containsEntry("refused", "0");
  }

  private ImportProgress imported(CsvOfResidents file) {
    return run(file.stream());
  }

  private ImportProgress run(InputStream body) {
    long id = ledger.open("tester", NODE, clock.instant(), 0);
    ledger.begin(id);
    new ImportRun(ledger, new EntryReader(clock.today()), new ImportFaults()).run(id, body);
    ledger.end(id, ImportState.DONE, clock.instant());
    return ledger.find(id).orElseThrow();
  }

  private List<LineRefusal> refusals(ImportProgress progress) {
    return ledger.refusals(progress.id(), 0, "", 1000);
  }

  private static boolean registered(String registerNumber) {
    ResidentQuery query = ResidentQuery.byKana("カクウ").bornOn(LocalDate.of(1980, 2, 17));
    return Entries.ask(register -> register.search(query.page(1, 100))).residents().stream()
        .anyMatch(resident -> resident.registerNumber().equals(registerNumber));
  }
}
