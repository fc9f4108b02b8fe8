package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.launcher.Counter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * R-PINS: whole cases leave no PIN anywhere. Each search must find something else that does stand
 * there, so that it is known to look.
 */
class PinsStaySecretIT {

  private static final SecureRandom RANDOM = new SecureRandom();

  @TempDir private Path folder;

  private final Counter counter = RunningCounter.get();

  @Test
  void afterASameDayCaseAPinServiceAndAProxysNoPinIsInTablesFilesOrTheServersMemory()
      throws Exception {
    Visit sameDay = Visit.of(160);
    Visit proxys = Visit.of(161);
    List<String> signaturePins = Stream.generate(PinsStaySecretIT::unusual).limit(5).toList();
    String digits = digitsThatNobodyUses();
    refusedAndIssued(sameDay, signaturePins, digits);
    changedAfterAWrongOne(sameDay, signaturePins, digits);
    issuedByProxy(proxys, signaturePins.get(2), digits);

    String number = sameDay.receptionNumber();
    SecretSearch control = new SecretSearch(List.of(number));
    assertThat(control.inTables()).contains("madoguchi.application", "madoguchi.audit_event");
    assertThat(new SecretSearch(signaturePins).inTables()).isEmpty();
    assertThat(columnsWith(digits)).isEmpty();

    List<String> texts = new ArrayList<>(signaturePins);
    texts.addAll(List.of(number, "rack: INSERT"));
    SecretSearch search = new SecretSearch(texts);
    Path data = counter.layout().data();
    Path cards = counter.layout().cards();
    assertThat(search.inFiles(cards)).as("the cards have them").anyMatch(isOneOf(signaturePins));
    assertThat(search.inFiles(data, cards))
        .anyMatch(found -> found.contains("server.log"))
        .anyMatch(found -> found.contains("server-console.log"))
        .anyMatch(found -> found.contains("terminal.log"))
        .anyMatch(found -> found.contains("pg_wal"))
        .noneMatch(isOneOf(signaturePins));
    assertThat(linesWith(digits, data)).isEmpty();

    assertThat(search.inFile(dumpOfTheServer()))
        .anyMatch(found -> found.contains(number))
        .noneMatch(isOneOf(signaturePins));
  }

  private static Predicate<String> isOneOf(List<String> pins) {
    return found -> pins.stream().anyMatch(found::contains);
  }

  /** One envelope is altered, one comes twice, and one has a form that is not allowed. */
  private static void refusedAndIssued(Visit visit, List<String> signature, String digits) {
    assertThat(visit.apply("NEW", "SIGNATURE", "USER_AUTHENTICATION").status()).isEqualTo(201);
    visit.cardPutOnReader().papersChecked().cardPresented();
    Map<String, Object> wrong = SealedPins.of(pins(signature.get(0) + "-", digits));
    assertThat(codeOf(wrong)).isEqualTo("R-PINS");
    assertThat(codeOf(wrong)).isEqualTo("pins-key-gone");
    String jwe = SealedPins.of(pins(signature.get(0), digits)).get("jwe").toString();
    int middle = jwe.lastIndexOf('.') - 5;
    char other = jwe.charAt(middle) == 'A' ? 'B' : 'A';
    String altered = jwe.substring(0, middle) + other + jwe.substring(middle + 1);
    assertThat(codeOf(Map.of("jwe", altered))).isEqualTo("pins-altered");
    visit.pinsEntered(pins(signature.get(1), digits)).written().handedOver();
  }

  /** The one of now, a wrong one in its place first, and the new one. */
  private static void changedAfterAWrongOne(Visit holder, List<String> signature, String digits) {
    PinVisit visit = PinVisit.after(holder);
    visit.open(Map.of("signature", "CHANGE", "userAuthentication", "RESET"));
    visit.papersChecked().cardPresented();
    visit.asked("SIGNATURE_CURRENT", "SIGNATURE", "USER_AUTHENTICATION");
    visit.types(
        Map.of(
            "SIGNATURE_CURRENT", signature.get(3),
            "SIGNATURE", signature.get(4),
            "USER_AUTHENTICATION", digits));
    visit.asked("SIGNATURE_CURRENT");
    visit.types(Map.of("SIGNATURE_CURRENT", signature.get(1)));
    visit.cardGivenBack();
  }

  private static void issuedByProxy(Visit visit, String signature, String digits) {
    Office.isOpen();
    String code = ProxyVisit.inThePost(visit);
    Office.at(
        ProxyVisit.TWO_WEEKS_LATER,
        () -> {
          ProxyVisit.returned(visit, code);
          visit.cardPutOnReader().cardPresented();
          String path = "api/applications/" + visit.receptionNumber() + "/pins";
          Api.Reply typed = Api.as("clerk1").post(path, SealedPins.of(pins(signature, digits)));
          assertThat(typed.status()).as(typed.text()).isEqualTo(200);
          visit.written().handedOver();
        });
  }

  private static Map<String, Object> pins(String signature, String digits) {
    return Map.of("SIGNATURE", signature, "USER_AUTHENTICATION", digits);
  }

  private static String codeOf(Map<String, Object> sealed) {
    return Api.as("clerk1").post("api/customer/T1/pins", sealed).json().path("code").asText();
  }

  /** 16 letters and digits, which occur nowhere by chance. */
  private static String unusual() {
    String signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    return RANDOM
        .ints(14, 0, signs.length())
        .mapToObj(sign -> String.valueOf(signs.charAt(sign)))
        .collect(Collectors.joining("", "Q", "7"));
  }

  /**
   * Four digits do occur by chance: in a dump everywhere, so they are looked for as a word of their
   * own, in texts alone (and not within a UUID), and four are taken that were in none before.
   */
  private String digitsThatNobodyUses() throws IOException {
    while (true) {
      String digits = "%04d".formatted(RANDOM.nextInt(10_000));
      if (columnsWith(digits).isEmpty() && linesWith(digits, counter.layout().data()).isEmpty()) {
        return digits;
      }
    }
  }

  private static List<String> columnsWith(String digits) {
    String columns =
        Tables.text(
            "select string_agg(format('%I.%I %I', table_schema, table_name, column_name), ',')"
                + " from information_schema.columns join pg_tables on schemaname = table_schema"
                + " and tablename = table_name where data_type in ('text', 'character varying',"
                + " 'json', 'jsonb') and table_schema not in ('pg_catalog',"
                + " 'information_schema')");
    List<String> found = new ArrayList<>();
    for (String column : columns.split(",")) {
      String[] names = column.split(" ");
      String query = "select count(*) from %s where %s::text ~ ?".formatted(names[0], names[1]);
      if (Tables.count(query, "(^|[^0-9A-Za-z-])" + digits + "($|[^0-9A-Za-z-])") > 0) {
        found.add(column);
      }
    }
    return found;
  }

  /** The lines of all logs, of server, terminal and database. */
  private static List<String> linesWith(String digits, Path data) throws IOException {
    Pattern word = Pattern.compile("(?<![0-9A-Za-z.,-])" + digits + "(?![0-9A-Za-z-])");
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(data)) {
      for (Path log : files.filter(file -> file.toString().endsWith(".log")).toList()) {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
          lines.filter(line -> word.matcher(line).find()).forEach(found::add);
        }
      }
    }
    return found;
  }

  /** With what nothing refers to any more, as it would stand in a crash's dump. */
  private Path dumpOfTheServer() {
    Path dump = folder.resolve("server.hprof");
    Command taken =
        Command.run(
            folder,
            Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
            Long.toString(counter.serverPid()),
            "GC.heap_dump",
            "-all",
            dump.toString());
    assertThat(taken.exit()).as(taken.output()).isZero();
    assertThat(dump).as(taken.output()).exists();
    return dump;
  }
}
