package jp.madoguchi.resident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import jp.madoguchi.settings.Settings;

/** The files from which the virtual rack makes its cards. */
@ApplicationScoped
public class VirtualCardFiles {

  private static final int MUNICIPALITY_ON_CARD = 5;

  private Settings settings;
  private IssuingKeySource keys;

  protected VirtualCardFiles() {}

  @Inject
  public VirtualCardFiles(Settings settings, IssuingKeySource keys) {
    this.settings = settings;
    this.keys = keys;
  }

  /** Where the files are: the setting {@code training.cards-directory}. */
  public Path directory() {
    return Path.of(settings.text("training.cards-directory", "var/cards"));
  }

  /**
   * Writes the card's file, whole or not at all, unless it is there already.
   *
   * @return whether a file was written
   */
  public boolean writeIfAbsent(Card card, BasicFourItems items) throws IOException {
    Path file = Files.createDirectories(directory()).resolve(card.serial() + ".json");
    if (Files.exists(file)) {
      return false;
    }
    Path whole = Files.createTempFile(directory(), card.serial().value(), ".tmp");
    Files.writeString(whole, personalisation(card, items).toString(), StandardCharsets.UTF_8);
    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    return true;
  }

  private JsonObject personalisation(Card card, BasicFourItems items) {
    String serial = card.serial().value();
    String municipality = settings.text("municipality.code", "142123");
    HexFormat hex = HexFormat.of();
    return Json.createObjectBuilder()
        .add("kind", card.kind().name())
        .add("serial", serial)
        .add("municipality", municipality.substring(0, MUNICIPALITY_ON_CARD))
        .add("expiry", DateTimeFormatter.BASIC_ISO_DATE.format(card.expiresOn()))
        .add("securityCode", TrainingPerson.securityCode(card.serial()))
        .add("name", items.name())
        .add("address", items.address())
        .add("birthDate", DateTimeFormatter.BASIC_ISO_DATE.format(items.birthDate()))
        .add("sex", Integer.toString(items.sex().code()))
        .add("inputSupportPin", TrainingPerson.inputSupportPin(card.serial()))
        .add(
            "issuingKeys",
            Json.createObjectBuilder()
                .add("enc", hex.formatHex(keys.encryptionKey(serial)))
                .add("mac", hex.formatHex(keys.authenticationKey(serial))))
        .build();
  }
}
