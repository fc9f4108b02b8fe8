package jp.madoguchi.whole;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What nobody should send: each is refused by a problem with a stable code, never by a fault, and
 * never with a word about how the counter is built.
 */
class ApiBorderIT {

  private static final String JSON = "application/json";

  private static final String CHANGE = "[{\"changeId\":\"x\",\"roles\":[\"ADMIN\"]}]";

  /** A case that the rows aim at; none of them may move it. */
  private static Visit visit;

  /** One refused request; {@code why} says what an attacker or a careless program hopes for. */
  private record Row(
      String why,
      String login,
      String method,
      String path,
      Map<String, String> headers,
      byte[] body,
      int status,
      String code) {

    Row as(String other) {
      return new Row(why, other, method, path, headers, body, status, code);
    }

    Row header(String name, String value) {
      return new Row(why, login, method, path, Map.of(name, value), body, status, code);
    }

    @Override
    public String toString() {
      return why;
    }
  }

  @BeforeAll
  static void aCaseIsOpen() {
    visit = Visit.of(81);
    assertThat(visit.apply("NEW", "USER_AUTHENTICATION").status()).isEqualTo(201);
  }

  static Stream<Row> rows() {
    return Stream.of(bodies(), contents(), methods(), addresses()).flatMap(List::stream);
  }

  /** Bodies that are no JSON, or not the JSON that was asked for. */
  private static List<Row> bodies() {
    String steps = "api/applications/{case}/steps/check-papers";
    return List.of(
        // cut off in the middle, as by a lost connection
        post("half an object", "api/applications", "{\"kind\":\"NEW\"", 400, "request-unreadable"),
        post("no JSON at all", "api/applications", "kind=NEW", 400, "request-unreadable"),
        // XML with an entity that would read a file
        post(
            "an outside entity",
            "api/guide",
            "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
            400,
            "request-unreadable"),
        post("two values", "api/guide", "{}{}", 400, "request-unreadable"),
        // the reader that keeps the first and the one that keeps the last would disagree
        post(
            "a field twice",
            "api/guide",
            "{\"route\":\"SELF\",\"route\":\"PROXY\"}",
            400,
            "request-unreadable"),
        post("no body", "api/applications", "", 400, "request-unreadable"),
        post("null for a body", "api/applications", "null", 400, "request-unreadable"),
        post("null for a guide's body", "api/guide", "null", 400, "request-unreadable"),
        post("a list for an object", "api/applications", "[]", 400, "request-unreadable"),
        post("a text for an object", "api/applications", "\"NEW\"", 400, "request-unreadable"),
        post("an unknown field", "api/guide", "{\"admin\":true}", 400, "request-malformed"),
        // the type names that polymorphic readers would load
        post(
            "a class to load",
            "api/guide",
            "{\"@class\":\"java.lang.ProcessBuilder\"}",
            400,
            "request-malformed"),
        post("a text for a number", "api/applications", form("\"1\""), 400, "request-malformed"),
        post("a fraction", "api/applications", form("1.5"), 400, "request-malformed"),
        post("a number too large", "api/applications", form("1e400"), 400, "request-malformed"),
        post(
            "a number of a thousand digits",
            "api/applications",
            form("9".repeat(1001)),
            400,
            "request-unreadable"),
        post("an unknown word", "api/guide", "{\"route\":\"TELEPATHY\"}", 400, "request-malformed"),
        post("a word's number", "api/guide", "{\"route\":0}", 400, "request-malformed"),
        post(
            "a day that is none",
            "api/guide",
            "{\"birthDate\":\"2026-02-30\"}",
            400,
            "request-malformed"),
        // deeper than any stack of ours goes
        post(
            "a thousand objects in each other",
            steps,
            "{\"a\":".repeat(5000) + "1" + "}".repeat(5000),
            400,
            "request-unreadable"),
        post("a thousand lists", "api/guide", "[".repeat(5000), 400, "request-unreadable"),
        post("null for a field", steps, "{\"confirmed\":null}", 422, "form-incomplete"),
        post("an object for a list", steps, "{\"confirmed\":{}}", 422, "form-incomplete"),
        post("no reason", "api/applications/{case}/withdrawal", "null", 422, "form-incomplete"),
        post(
            "withdrawn by nobody known",
            "api/applications/{case}/withdrawal",
            "{\"reason\":\"都合\",\"by\":\"NEIGHBOUR\"}",
            422,
            "form-incomplete"),
        post(
            "no finding",
            "api/applications/{case}/notice-reply-refusal",
            "{}",
            422,
            "form-incomplete"),
        post("no note", "api/applications/{case}/notes", "{}", 422, "form-incomplete"),
        post(
            "a note of 900,000 characters",
            "api/applications/{case}/notes",
            "{\"text\":\"" + "長".repeat(300_000) + "\"}",
            422,
            "form-incomplete"),
        // the database's text has no room for it
        post(
            "a null character in a text",
            "api/applications/{case}/notes",
            "{\"text\":\"a\\u0000b\"}",
            400,
            "request-unreadable"),
        post(
            "half of a character",
            "api/applications/{case}/notes",
            "{\"text\":\"a\\ud800b\"}",
            400,
            "request-unreadable"),
        raw("bytes that are no UTF-8", new byte[] {'{', '"', (byte) 0xc3, '(', '"', ':', '1', '}'}),
        raw(
            "an overlong slash",
            new byte[] {'{', '"', (byte) 0xc0, (byte) 0xaf, '"', ':', '1', '}'}),
        post("a draft in pieces", "api/drafts/reception", "{", 405, "method-not-allowed"),
        post("a terminal's chatter", "api/terminals/T1/exchange", "{}", 403, "not-allowed"),
        post("a change by a clerk", "api/residents/changes", "[]", 403, "not-allowed"),
        post("no list of changes", "api/residents/changes", "1", 400, "request-unreadable")
            .as("register1"),
        post("null among changes", "api/residents/changes", "[null]", 422, "form-incomplete")
            .as("register1"),
        post("a change's own roles", "api/residents/changes", CHANGE, 400, "request-malformed")
            .as("register1"),
        post("1,001 changes", "api/residents/changes", thousandAndOne(), 422, "changes-too-many")
            .as("register1"),
        post("a lapse that is none", "api/lapses/L-0/told", "", 404, "not-found"),
        post("no request to revoke", "api/revocations", "", 400, "request-unreadable"),
        post(
            "a revocation of nothing",
            "api/revocations",
            "{\"residentId\":1,\"kind\":\"KEY_COMPROMISE\",\"route\":\"SELF\"}",
            422,
            "form-incomplete"),
        post("a request that is none", "api/revocations/V-0/slip-given", "", 404, "not-found"),
        post(
            "a lost card that nobody reported rightly",
            "api/lost-cards",
            "{\"residentId\":1,\"channel\":\"PHONE\",\"reporter\":\"HOLDER\","
                + "\"identityCheck\":[\"PHOTO_ID\"],\"circumstances\":\"駅\"}",
            422,
            "identity-not-checked"),
        post("a lost card that is none", "api/lost-cards/K-0/revoke", "{}", 422, "form-incomplete"),
        post("no terminal", "api/terminals", "{\"id\":\"\"}", 422, "form-incomplete").as("admin1"),
        post("a code that is none", "api/terminals/T1/enrolment", "{}", 422, "form-incomplete"),
        post(
            "a guessed code",
            "api/terminals/T1/enrolment",
            "{\"code\":\"0000-0000-00000\"}",
            422,
            "pairing-code-refused"),
        // the answer does not tell whether there is such a terminal
        post(
            "a guessed terminal",
            "api/terminals/NOWHERE/enrolment",
            "{\"code\":\"0000-0000-00000\"}",
            422,
            "pairing-code-refused"),
        post(
            "a request that is none",
            "api/terminals/T1/enrolment",
            "{\"code\":\"0000-0000-00000\",\"request\":\"%%%\"}",
            400,
            "terminal-request-malformed"),
        post(
            "a clerk's terminal",
            "api/terminals",
            "{\"id\":\"T9\",\"name\":\"9\"}",
            403,
            "not-allowed"),
        post("a clerk's code", "api/terminals/T1/pairing-code", "{}", 403, "not-allowed"),
        row(
            "DELETE",
            "a clerk who revokes",
            "api/terminals/T1/credential",
            none(),
            403,
            "not-allowed"),
        row("DELETE", "a clerk who retires", "api/terminals/T1", none(), 403, "not-allowed"),
        row(
            "DELETE",
            "a clerk's end of a lease",
            "api/terminals/T1/lease",
            none(),
            403,
            "not-allowed"),
        row(
                "DELETE",
                "an end without a reason",
                "api/terminals/T1/lease",
                none(),
                422,
                "lease-reason")
            .as("supervisor1"),
        row(
                "DELETE",
                "a free reader's lease",
                "api/terminals/T1/lease?reason=x",
                none(),
                409,
                "reader-free")
            .as("supervisor1"),
        post("a credential for a clerk", "api/terminals/T1/credential", "{}", 403, "not-allowed"),
        post("a login without a name", "api/staff", "{}", 400, "request-malformed").as("admin1"),
        post("an empty holiday list", "api/calendar/holidays", "", 415, "unsupported-media-type")
            .as("supervisor1"));
  }

  private static String thousandAndOne() {
    return "[" + "{},".repeat(1000) + "{}]";
  }

  /** Contents of another kind than the address takes, and more than it takes. */
  private static List<Row> contents() {
    String large = "{\"contact\":\"" + "x".repeat(3_000_000) + "\"}";
    return List.of(
        post("3 MB told", "api/applications", large, 413, "body-too-large"),
        // a form, as a foreign page could send it
        post("a form", "api/applications", "kind=NEW", 415, "unsupported-media-type")
            .header("Content-Type", "application/x-www-form-urlencoded"),
        post("plain text", "api/guide", "{}", 415, "unsupported-media-type")
            .header("Content-Type", "text/plain"),
        post("half a content type", "api/guide", "{}", 400, "request-refused")
            .header("Content-Type", "json"),
        // small outside, and large inside where somebody unpacks it
        row("POST", "a packed body", "api/guide", packed(), 415, "unsupported-media-type")
            .header("Content-Encoding", "gzip"),
        post("JSON for a CSV", "api/residents/import", "{}", 415, "unsupported-media-type")
            .as("supervisor1"),
        get("an answer as a picture", "api/applications", 406, "not-acceptable")
            .header("Accept", "image/png"),
        row(
            "POST",
            "JSON for a status request",
            "ocsp/sign",
            "{}".getBytes(UTF_8),
            415,
            "unsupported-media-type"));
  }

  /** Methods that an address does not have, or that change what the method means. */
  private static List<Row> methods() {
    return List.of(
        row(
            "DELETE",
            "to delete a case",
            "api/applications/{case}",
            none(),
            405,
            "method-not-allowed"),
        row(
            "PUT",
            "to overwrite a case",
            "api/applications/{case}",
            none(),
            405,
            "method-not-allowed"),
        row(
            "PATCH",
            "to change a case",
            "api/applications/{case}",
            none(),
            405,
            "method-not-allowed"),
        row("PROPFIND", "to list folders", "api/applications", none(), 405, "method-not-allowed"),
        // refused before the application hears of it
        row("TRACE", "to see the headers again", "api/guide", none(), 405, null),
        row("GET", "to ask the guide by reading", "api/guide", none(), 405, "method-not-allowed"),
        // a GET behind which a DELETE hides
        row("GET", "another method in a header", "api/guide", none(), 405, "method-not-allowed")
            .header("X-HTTP-Method-Override", "POST"),
        row("DELETE", "to delete a list of revoked", "crl/sign.crl", none(), 404, "not-found"),
        row("post", "a method in small letters", "api/guide", none(), 400, "request-unreadable"));
  }

  /** Ids and addresses that lead somewhere else in careless hands. */
  private static List<Row> addresses() {
    return List.of(
        get("steps upwards", "api/applications/../staff", 400, "address-malformed"),
        get("encoded steps", "api/applications/%2e%2e/staff", 400, "address-malformed"),
        get("doubly encoded", "api/applications/%252e%252e%252fstaff", 400, "address-malformed"),
        get(
            "an encoded slash",
            "api/applications/..%2f..%2fetc%2fpasswd",
            400,
            "address-malformed"),
        get("a backslash", "api/applications/..%5c..%5cboot.ini", 400, "address-malformed"),
        get("a null character", "api/applications/R8-1%00.pdf", 400, "address-malformed"),
        get("a path parameter", "api/staff;x=/api/guide", 400, "address-malformed"),
        get("two slashes", "api//applications", 400, "address-malformed"),
        get("no number", "api/applications/none", 404, "not-found"),
        get("a query for a number", "api/applications/1'%20or%20'1'='1", 404, "not-found"),
        get("a number of 4,000 digits", "api/applications/" + "9".repeat(4000), 404, "not-found"),
        get("a serial that is none", "api/certificates/zz", 404, "not-found"),
        get("a serial without end", "api/certificates/" + "f".repeat(4000), 404, "not-found"),
        get("an unknown step", "api/applications/{case}/steps/fly", 405, "method-not-allowed"),
        post("a step that is none", "api/applications/{case}/steps/fly", "{}", 409, "step-not-due"),
        get("a state that is none", "api/applications?status=EATEN", 422, "form-incomplete"),
        get("no page number", "api/applications?page=one", 404, "not-found"),
        get("a page before the first", "api/applications?page=-1", 422, "form-incomplete"),
        get("a null character asked for", "api/residents?name=a%00b", 400, "address-malformed"),
        get("a day that is none", "api/calendar/2026-13-01", 400, "request-malformed"),
        get("a day beyond all days", "api/calendar/+999999999-12-31", 422, "date-out-of-range"),
        get("a paper that is none", "api/applications/{case}/passwd.pdf", 404, "not-found"),
        get("a diagram that is a file", "api/processes/%2e%2e%2fweb/xml", 400, "address-malformed")
            .as("owner1"),
        get("a diagram that is none", "api/processes/none/xml", 404, "not-found").as("owner1"),
        get("a trail in no form", "api/audit/export?format=exe", 400, "request-malformed")
            .as("auditor1"),
        get("a trail from no day", "api/audit/events?from=yesterday", 400, "request-malformed")
            .as("auditor1"),
        get("a list of no authority", "crl/..sign.crl", 404, "not-found"),
        get("a key that is none", "ca/sign.cer?keyId=zz", 404, "not-found"),
        get("the application's own files", "WEB-INF/web.xml", 404, null));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void whatNobodyShouldSendIsRefusedByAProblem(Row row) {
    Api.Reply reply =
        Api.as(row.login())
            .send(
                row.method(),
                row.path().replace("{case}", visit.receptionNumber()),
                row.headers(),
                row.body());

    assertThat(reply.status()).as(reply.text()).isEqualTo(row.status());
    if (row.code() != null) {
      assertThat(reply.contentType()).startsWith("application/problem+json");
      assertThat(reply.json().get("code").asText()).as(reply.text()).isEqualTo(row.code());
      assertThat(reply.json().get("title").asText()).isNotBlank();
    }
    assertThat(reply.text())
        .doesNotContain("Exception", "at jp.", "at org.", "jp.madoguchi", "jakarta.", "SELECT");
  }

  @Test
  void noneOfThatMovedTheCase() {
    rows()
        .filter(row -> row.path().contains("{case}"))
        .forEach(this::whatNobodyShouldSendIsRefusedByAProblem);
    assertThat(visit.look().at("/nextSteps/0/step").asText()).isEqualTo("check-papers");
    assertThat(visit.look().get("status").asText()).isEqualTo("OPEN");
  }

  @Test
  void aBodyWithoutALengthIsCutOffWhereTheLimitIs() throws Exception {
    byte[] large = ("{\"contact\":\"" + "x".repeat(3_000_000) + "\"}").getBytes(UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(RunningCounter.get().address() + "api/guide"))
            .header("Content-Type", JSON)
            .POST(ofUnknownLength(large))
            .build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofString(UTF_8));
    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.body()).contains("body-too-large");
  }

  @Test
  void anActInABrowsersSessionNeedsTheHeaderThatNoForeignPageCanSet() throws Exception {
    HttpClient browser = loggedIn("clerk1");
    String path = "api/applications/" + visit.receptionNumber() + "/notes";
    String own = RunningCounter.get().address().replaceAll("/$", "");

    for (Map<String, String> headers :
        List.of(
            Map.<String, String>of(), // no header at all
            Map.of("Origin", own), // the right place, without the header
            Map.of("X-Madoguchi", "1"), // the header, from nowhere
            Map.of("X-Madoguchi", "1", "Origin", "http://evil.example"), // from elsewhere
            Map.of("X-Madoguchi", "1", "Origin", "null"))) { // from a frame in a sandbox
      HttpResponse<String> refused = note(browser, path, headers);
      assertThat(refused.statusCode()).as(headers.toString()).isEqualTo(403);
      assertThat(refused.body()).contains("\"code\":\"forged\"");
    }
    assertThat(note(browser, path, Map.of("X-Madoguchi", "1", "Origin", own)).statusCode())
        .isEqualTo(200);
  }

  private static HttpResponse<String> note(
      HttpClient browser, String path, Map<String, String> headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(RunningCounter.get().address() + path))
            .header("Content-Type", JSON);
    headers.forEach(request::header);
    return browser.send(
        request.POST(BodyPublishers.ofString("{\"text\":\"電話あり\"}")).build(),
        BodyHandlers.ofString(UTF_8));
  }

  /** A browser with somebody's session, without the scripts of our pages. */
  private static HttpClient loggedIn(String login) throws Exception {
    HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    URI page = URI.create(RunningCounter.get().address() + "login.xhtml");
    String html =
        browser.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString(UTF_8)).body();
    Matcher state =
        Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]+)\"").matcher(html);
    assertThat(state.find()).isTrue();
    String form =
        Stream.of(
                "login=login",
                field("username:input", html, login),
                field("password:input", html, "kenshu-" + login),
                "enter=enter",
                "jakarta.faces.ViewState=" + URLEncoder.encode(state.group(1), UTF_8))
            .reduce((a, b) -> a + "&" + b)
            .orElseThrow();
    HttpResponse<String> entered =
        browser.send(
            HttpRequest.newBuilder(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", RunningCounter.get().address().replaceAll("/$", ""))
                .POST(BodyPublishers.ofString(form))
                .build(),
            BodyHandlers.ofString(UTF_8));
    assertThat(entered.statusCode()).as(entered.body()).isEqualTo(302);
    return browser;
  }

  /** The field's own name on the page, which begins like its id. */
  private static String field(String id, String html, String value) {
    String begins = id.substring(0, id.indexOf(':'));
    Matcher name = Pattern.compile("<input[^>]*name=\"(" + begins + "[^\"]*)\"").matcher(html);
    assertThat(name.find()).as("a field " + begins + " in " + html).isTrue();
    return URLEncoder.encode(name.group(1), UTF_8) + "=" + URLEncoder.encode(value, UTF_8);
  }

  private static HttpRequest.BodyPublisher ofUnknownLength(byte[] body) {
    HttpRequest.BodyPublisher known = BodyPublishers.ofByteArray(body);
    return BodyPublishers.fromPublisher((Flow.Publisher<java.nio.ByteBuffer>) known::subscribe);
  }

  private static Row post(String why, String path, String body, int status, String code) {
    return row("POST", why, path, body.getBytes(UTF_8), status, code);
  }

  private static Row get(String why, String path, int status, String code) {
    return row("GET", why, path, none(), status, code);
  }

  private static Row raw(String why, byte[] body) {
    return row("POST", why, "api/guide", body, 400, "request-unreadable");
  }

  private static Row row(
      String method, String why, String path, byte[] body, int status, String code) {
    return new Row(why, "clerk1", method, path, Map.of("Content-Type", JSON), body, status, code);
  }

  private static byte[] none() {
    return new byte[0];
  }

  private static byte[] packed() {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
        packing.write("{\"admin\":1}".getBytes(UTF_8));
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String form(String residentId) {
    return "{\"residentId\":"
        + residentId
        + ",\"kind\":\"NEW\",\"types\":[\"SIGNATURE\"],\"route\":\"SELF\"}";
  }
}
