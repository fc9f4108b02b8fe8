package jp.madoguchi.agent.enrolment;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Reads a moment as the server and this program write it: {@code 2026-11-24T01:00:00Z}. */
final class InstantReader extends StdDeserializer<Instant> {

  private static final long serialVersionUID = 1;

  InstantReader() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    try {
      return Instant.parse(parser.getText());
    } catch (DateTimeParseException e) {
      throw new IOException("no moment");
    }
  }
}
