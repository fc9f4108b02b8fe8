package jp.madoguchi.web.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/**
 * Reads JSON whose texts are texts: well-formed UTF-8 without shortest-form tricks (RFC 3629 3), no
 * null characters, no halves of characters. The database would refuse the one and quietly replace
 * the other, and a name would not be the name that was sent.
 */
final class StrictText extends JsonFactory {

  private static final long serialVersionUID = 1;

  @Override
  protected JsonParser _createParser(InputStream bytes, IOContext context) throws IOException {
    return _createParser(
        new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()), context);
  }

  @Override
  protected JsonParser _createParser(byte[] bytes, int from, int length, IOContext context)
      throws IOException {
    return _createParser(new ByteArrayInputStream(bytes, from, length), context);
  }

  @Override
  protected JsonParser _createParser(Reader text, IOContext context) throws IOException {
    return new Checked(super._createParser(text, context));
  }

  @Override
  protected JsonParser _createParser(
      char[] text, int from, int length, IOContext context, boolean recyclable) throws IOException {
    return new Checked(super._createParser(text, from, length, context, recyclable));
  }

  private static final class Checked extends JsonParserDelegate {

    Checked(JsonParser parser) {
      super(parser);
    }

    @Override
    public JsonToken nextToken() throws IOException {
      JsonToken token = super.nextToken();
      if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
        check(getTextCharacters(), getTextOffset(), getTextLength());
      }
      return token;
    }

    private void check(char[] text, int from, int length) throws IOException {
      for (int i = from; i < from + length; i++) {
        boolean pair = i + 1 < from + length && Character.isSurrogatePair(text[i], text[i + 1]);
        if (text[i] == 0 || (Character.isSurrogate(text[i]) && !pair)) {
          throw new JsonParseException(this, "A text with what is no character");
        }
        if (pair) {
          i++;
        }
      }
    }
  }
}
