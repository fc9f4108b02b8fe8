package jp.madoguchi.web.resident;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.madoguchi.resident.ChangeForm;

/** One change of the register, or a list of them. */
@JsonDeserialize(using = ChangesJson.OneOrMore.class)
public record ChangesJson(List<ChangeJson> changes) {

  /**
   * A change.
   *
   * @param changeId the register's own id of it, up to 100 visible characters
   * @param registerNumber whom it is about (宛名番号)
   * @param occurredAt since when it holds, with offset; the later one of two changes counts
   * @param sequence orders changes of the same moment
   * @param minorCorrection 軽微な修正: no certificate lapses by it
   * @param newRecord the person is new in the register; {@code record} says all that is needed
   * @param record the fields that are different, named as the import's columns in camel case and
   *     with the same values; null or an empty text empties a field. Who says {@code status} says
   *     {@code movedAwayOn} and {@code diedOn} with it; a card's fields go with {@code cardSerial}.
   */
  public record ChangeJson(
      String changeId,
      String registerNumber,
      String occurredAt,
      Long sequence,
      Boolean minorCorrection,
      Boolean newRecord,
      Map<String, Object> record) {

    ChangeForm form() {
      return new ChangeForm(
          changeId,
          registerNumber,
          occurredAt,
          sequence,
          Boolean.TRUE.equals(minorCorrection),
          Boolean.TRUE.equals(newRecord),
          texts(record));
    }

    private static Map<String, String> texts(Map<String, Object> record) {
      Map<String, String> texts = new HashMap<>();
      if (record != null) {
        record.forEach((field, value) -> texts.put(field, value == null ? "" : value.toString()));
      }
      return texts;
    }

    /** Personal data must never end up in a log. */
    @Override
    public String toString() {
      return "ChangeJson[" + changeId + "]";
    }
  }

  /** Takes an object for a list of one. */
  static final class OneOrMore extends JsonDeserializer<ChangesJson> {

    @Override
    public ChangesJson deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      if (json.currentToken() != JsonToken.START_ARRAY) {
        return new ChangesJson(List.of(context.readValue(json, ChangeJson.class)));
      }
      return new ChangesJson(
          context.readValue(
              json,
              context.getTypeFactory().constructCollectionType(List.class, ChangeJson.class)));
    }
  }

  List<ChangeForm> forms() {
    return changes.stream().map(ChangeJson::form).toList();
  }
}
