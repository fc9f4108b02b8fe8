package jp.madoguchi.resident;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A CSV file for tests, written line by line; a line is good but for what is changed in it. */
final class CsvOfResidents {

  private static final String HEADER =
      Arrays.stream(ResidentColumn.values())
          .map(ResidentColumn::header)
          .collect(Collectors.joining(","));

  private final List<String> lines = new ArrayList<>(List.of(HEADER));

  static CsvOfResidents file() {
    return new CsvOfResidents();
  }

  static String header() {
    return HEADER;
  }

  CsvOfResidents good(String registerNumber) {
    lines.add(line(registerNumber, Map.of()));
    return this;
  }

  CsvOfResidents but(String registerNumber, ResidentColumn column, String value) {
    return but(registerNumber, Map.of(column, value));
  }

  CsvOfResidents but(String registerNumber, Map<ResidentColumn, String> values) {
    lines.add(line(registerNumber, values));
    return this;
  }

  CsvOfResidents raw(String line) {
    lines.add(line);
    return this;
  }

  InputStream stream() {
    return new ByteArrayInputStream(bytes());
  }

  byte[] bytes() {
    return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  static String line(String registerNumber, Map<ResidentColumn, String> changed) {
    Map<ResidentColumn, String> values = new EnumMap<>(ResidentColumn.class);
    Arrays.stream(ResidentColumn.values()).forEach(column -> values.put(column, ""));
    values.put(ResidentColumn.REGISTER_NUMBER, registerNumber);
    values.put(ResidentColumn.NAME, "架空　一郎");
    values.put(ResidentColumn.KANA, "カクウ　イチロウ");
    values.put(ResidentColumn.BIRTH_DATE, "1980-02-17");
    values.put(ResidentColumn.SEX, "1");
    values.put(ResidentColumn.POSTAL_CODE, "243-0000");
    values.put(ResidentColumn.ADDRESS, "神奈川県厚木市架空町1丁目1番1号");
    values.put(ResidentColumn.HOUSEHOLD_NUMBER, "12");
    values.put(ResidentColumn.STATUS, "RESIDENT");
    values.putAll(changed);
    return values.values().stream()
        .map(value -> '"' + value.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(","));
  }
}
