package jp.madoguchi.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import jp.madoguchi.resident.BasicFourItems.Difference;
import jp.madoguchi.resident.BasicFourItems.Item;
import jp.madoguchi.resident.jpa.EmbeddedResidentRegister;
import jp.madoguchi.resident.jpa.StoredEntries;
import jp.madoguchi.settings.Settings;
import jp.madoguchi.testing.FiredEvents;
import jp.madoguchi.testing.MovableClock;
import jp.madoguchi.testing.RecordedActs;
import jp.madoguchi.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The training stage's residents, in a transaction that is rolled back. */
@TestInstance(Lifecycle.PER_CLASS)
class TrainingResidentsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @TempDir private static Path directory;

  private final MovableClock clock = new MovableClock("2026-11-24T10:00");
  private final RecordedActs acts = new RecordedActs();
  private EntityManager entities;
  private ResidentRegister register;

  @BeforeAll
  void theFirstStart() {
    entities = TestDatabase.shared().entityManager();
    entities.getTransaction().begin();
    register = new EmbeddedResidentRegister(entities);
    establish("embedded");
  }

  @AfterAll
  void leavesNothingBehind() {
    entities.getTransaction().rollback();
    entities.close();
  }

  @Test
  void thereAre200ResidentsWithACardEach() throws IOException {
    for (int number = 1; number <= 200; number++) {
      assertThat(register.findByCard(TrainingPerson.serial(number)).isPresent()).isTrue();
    }
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files.filter(file -> file.toString().endsWith(".json")).count()).isEqualTo(200);
    }
  }

  @Test
  void theSpecialOnesAreWhatTheyStandFor() {
    assertThat(resident(3).birthDate().plusYears(13)).isBefore(TODAY);
    assertThat(resident(3).birthDate().plusYears(14)).isAfter(TODAY);
    assertThat(resident(4).birthDate()).isEqualTo(LocalDate.of(2011, 11, 24));
    assertThat(resident(5).adultWard()).isTrue();
    assertThat(resident(6).birthDate()).isEqualTo(LocalDate.of(1996, 2, 29));
    assertThat(resident(7).stayUntil()).isAfter(TODAY);
    assertThat(card(8).expiredOn(TODAY)).isTrue();
    assertThat(card(9).state()).isEqualTo(CardState.LOST);
    assertThat(card(10).kind()).isEqualTo(CardKind.JUKI);
    assertThat(resident(11).status()).isEqualTo(ResidentRecord.Status.MOVED_AWAY);
    assertThat(resident(12).name()).isEqualTo("𠮷野　見本");
    assertThat(resident(13).name()).startsWith("髙");
    assertThat(resident(14).name()).startsWith("\u8FBB\uDB40\uDD00");
    assertThat(resident(15).address()).hasSize(198);
    assertThat(resident(18).status()).isEqualTo(ResidentRecord.Status.DECEASED);
    assertThat(resident(1).sharesHouseholdWith(resident(3))).isTrue();
    assertThat(resident(1).sharesHouseholdWith(resident(4))).isFalse();
  }

  @Test
  void everyOrdinaryCardIsGoodAndItsHolderGrownUp() {
    for (int number = 21; number <= 200; number++) {
      assertThat(card(number).goodOn(TODAY.plusDays(40))).as("card %d", number).isTrue();
      assertThat(resident(number).birthDate()).isBefore(TODAY.minusYears(18));
    }
  }

  @Test
  void aCardSaysWhatTheRegisterSaysButForOne() throws IOException {
    for (int number = 1; number <= 200; number++) {
      List<Difference> differences = onCard(number).compareWith(resident(number));
      if (number == 16) {
        assertThat(differences).extracting(Difference::item).containsExactly(Item.ADDRESS);
      } else {
        assertThat(differences).as("card %d", number).isEmpty();
      }
    }
  }

  @Test
  void aCardFileHasTheFormThatTheRackReads() throws IOException {
    JsonObject file = file(1);
    assertThat(file.getString("kind")).isEqualTo("MY_NUMBER");
    assertThat(file.getString("serial")).isEqualTo("KENSHU000000001");
    assertThat(file.getString("municipality")).isEqualTo("14212");
    assertThat(file.getString("birthDate")).isEqualTo("19800217");
    assertThat(file.getString("expiry")).matches("20[0-9]{2}0217");
    assertThat(file.getString("securityCode")).isEqualTo("1037");
    assertThat(file.getString("inputSupportPin")).isEqualTo("0001");
    assertThat(file.getJsonObject("issuingKeys").getString("enc")).matches("[0-9a-f]{32}");
    assertThat(file.getJsonObject("issuingKeys").getString("mac")).matches("[0-9a-f]{32}");
    assertThat(file(10).getString("kind")).isEqualTo("JUKI");
  }

  @Test
  void aLaterStartChangesNothingButWritesAMissingCardAsItWas() throws IOException {
    Path card = directory.resolve("KENSHU000000004.json");
    String before = Files.readString(card);
    Files.delete(card);
    Path kept = directory.resolve("KENSHU000000005.json");
    String edited = Files.readString(kept).replace("見本", "試作");
    Files.writeString(kept, edited);
    clock.moveTo("2027-03-01T10:00");
    establish("embedded");
    assertThat(Files.readString(card)).isEqualTo(before);
    assertThat(Files.readString(kept)).isEqualTo(edited);
    assertThat(resident(4).birthDate()).isEqualTo(LocalDate.of(2011, 11, 24));
    assertThat(acts.names()).containsExactly("resident.training-established");
    Files.writeString(kept, edited.replace("試作", "見本"));
    clock.moveTo("2026-11-24T10:00");
  }

  @Test
  void noOtherStageGetsMadeUpResidents() {
    assertThatThrownBy(() -> establish("production")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theRollHoldsOnAnyDay() {
    // The fifteenth birthday on 29 February, the end of a month, a year's first and last day.
    for (String day : List.of("2028-02-29", "2027-08-31", "2027-01-01", "2027-12-31")) {
      SortedMap<Long, ResidentEntry> roll = TrainingRoll.on(LocalDate.parse(day));
      assertThat(roll).hasSize(200);
      assertThat(roll.values()).extracting(ResidentEntry::registerNumber).doesNotHaveDuplicates();
    }
  }

  @Test
  void theGuideNamesEverySpecialResidentWithItsCard() throws IOException {
    String guide = Files.readString(Path.of("../docs/training-residents.md"));
    for (int number = 1; number <= 20; number++) {
      CardSerial serial = TrainingPerson.serial(number);
      assertThat(guide)
          .contains(
              "| %s | %s | %s | %s |"
                  .formatted(
                      serial,
                      resident(number).name(),
                      TrainingPerson.inputSupportPin(serial),
                      TrainingPerson.securityCode(serial)));
    }
  }

  private void establish(String stage) {
    Settings settings = settings(stage);
    new TrainingResidents(
            settings,
            clock,
            register,
            new StoredEntries(entities, new FiredEvents<>(), new FiredEvents<>()),
            new VirtualCardFiles(settings, new FixedKeys()),
            acts)
        .establish();
  }

  private static Settings settings(String stage) {
    return new Settings() {
      @Override
      public Optional<String> find(String name) {
        return switch (name) {
          case "stage" -> Optional.of(stage);
          case "training.cards-directory" -> Optional.of(directory.toString());
          default -> Optional.empty();
        };
      }
    };
  }

  private ResidentRecord resident(int number) {
    return register.findByCard(TrainingPerson.serial(number)).orElseThrow();
  }

  private Card card(int number) {
    return register.card(TrainingPerson.serial(number)).orElseThrow();
  }

  private static BasicFourItems onCard(int number) throws IOException {
    JsonObject file = file(number);
    return new BasicFourItems(
        file.getString("name"),
        file.getString("address"),
        LocalDate.parse(
            file.getString("birthDate"), java.time.format.DateTimeFormatter.BASIC_ISO_DATE),
        Sex.ofCode(Integer.parseInt(file.getString("sex"))));
  }

  private static JsonObject file(int number) throws IOException {
    Path file = directory.resolve(TrainingPerson.serial(number) + ".json");
    try (Reader text = Files.newBufferedReader(file);
        JsonReader json = Json.createReader(text)) {
      return json.readObject();
    }
  }

  private static final class FixedKeys implements IssuingKeySource {

    @Override
    public byte[] encryptionKey(String cardSerial) {
      return new byte[16];
    }

    @Override
    public byte[] authenticationKey(String cardSerial) {
      return new byte[16];
    }
  }
}
