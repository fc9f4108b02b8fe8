package jp.madoguchi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import jp.madoguchi.agent.card.CardKind;
import jp.madoguchi.agent.card.Personalisation;
import jp.madoguchi.agent.card.Personalisation.IssuingKeys;
import jp.madoguchi.launcher.Counter;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** The office that is measured: open, with residents, cards and terminals. */
final class Office {

  private static final String TUESDAY_MORNING = "2026-11-24T08:31:00+09:00";
  private static final String MUNICIPALITY = "14212";
  private static final Path RESIDENTS = Path.of("bench/residents.sql");

  private final Counter counter;
  private final Api admin;

  Office(Counter counter) {
    this.counter = counter;
    this.admin = new Api(counter.address(), "admin1");
  }

  String address() {
    return counter.address();
  }

  /** Moves the clock to a morning on which the counter is open all day. */
  void open() {
    admin.put("api/training/clock", Map.of("now", TUESDAY_MORNING));
  }

  /** Adds a terminal and enrols it; its agent calls by the secret. */
  String secretOf(String terminal) {
    admin.post("api/terminals", Map.of("id", terminal, "name", "窓口" + terminal));
    String of = "api/terminals/" + terminal;
    String code = admin.post(of + "/pairing-code", Map.of()).get("code").asText();
    return admin.post(of + "/enrolment", Map.of("code", code)).get("secret").asText();
  }

  /** The length of the certificate that was written last, in bytes. */
  int certificateLength() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(counter.databaseUrl(), "postgres", "postgres");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select certificate_length from madoguchi.card_writing"
                    + " where certificate_length > 0 order by changed_at desc limit 1")) {
      row.next();
      return row.getInt(1);
    }
  }

  /** Fills the register and gives everybody old enough for both certificates a card. */
  List<Applicant> applicants(int people) throws IOException, SQLException {
    // A fifth of the made-up residents are too young for a 署名用 certificate, or nearly.
    int residents = people * 5 / 4 + 100;
    try (Connection connection =
        DriverManager.getConnection(counter.databaseUrl(), "postgres", "postgres")) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            Files.readString(RESIDENTS).replace(":residents", Integer.toString(residents)));
      }
      return applicants(connection, people);
    }
  }

  private List<Applicant> applicants(Connection connection, int people)
      throws SQLException, IOException {
    byte[] master = masterKey();
    List<Applicant> applicants = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select r.id, c.serial, c.expires_on, r.name, r.address, r.birth_date, r.sex"
                + " from madoguchi.resident r"
                + " join madoguchi.resident_card c on c.resident_id = r.id"
                + " where r.register_number like 'BENCH-%' and r.birth_date < date '2008-01-01'"
                + " order by r.id limit ?")) {
      query.setInt(1, people);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          applicants.add(applicant(row, master));
        }
      }
    }
    return applicants;
  }

  private static Applicant applicant(ResultSet row, byte[] master) throws SQLException {
    String serial = row.getString("serial");
    return new Applicant(
        row.getLong("id"),
        new Personalisation(
            CardKind.MY_NUMBER,
            serial,
            MUNICIPALITY,
            digits(row, "expires_on"),
            "0000",
            row.getString("name"),
            row.getString("address"),
            digits(row, "birth_date"),
            row.getString("sex"),
            "0000",
            new IssuingKeys(derived(master, 1, serial), derived(master, 2, serial))));
  }

  private static String digits(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class).format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  /** The card's key as the server derives it: AES-CMAC over the purpose and the serial number. */
  private static String derived(byte[] master, int purpose, String serial) {
    CMac mac = new CMac(AESEngine.newInstance());
    mac.init(new KeyParameter(master));
    mac.update((byte) purpose);
    byte[] name = Arrays.copyOf(serial.getBytes(StandardCharsets.US_ASCII), 15);
    mac.update(name, 0, name.length);
    byte[] key = new byte[16];
    mac.doFinal(key, 0);
    return HexFormat.of().formatHex(key);
  }

  /** Made by the training stage at its first start. */
  private byte[] masterKey() throws IOException {
    Path file = counter.layout().data().resolve("authority/card-master-key");
    return HexFormat.of().parseHex(Files.readString(file).strip());
  }
}
