package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R-PROXY-DOCS-1: a supervisor keeps the table of identity documents; nothing is removed. */
class IdentityDocumentsIT {

  private static final String PATH = "api/identity-documents";

  @BeforeEach
  void theOfficeIsOpen() {
    Office.isOpen();
  }

  /** The other tests find the table that came with the product. */
  @AfterAll
  static void nothingIsLeftInTheTable() {
    Tables.execute(
        "delete from madoguchi.identity_document_kind where code in ('TEST_BADGE', 'TEST_BOOKLET', 'TEST_PASS')");
  }

  @Test
  void aKindIsAddedChangedAndPutOutOfUseOnThePage() {
    try (Screen screen = new Screen(1366, 768)) {
      screen.logIn("supervisor1").open("proxy/documents.xhtml").waitFor("書類を加える");
      fill(screen, "試験用身分証", "Passport");
      screen.page().locator("#add").click();
      assertThat(errorOf(screen, "nameEn")).contains("すでに登録されています");
      fill(screen, "試験用身分証", "身分証");
      screen.page().locator("#add").click();
      assertThat(errorOf(screen, "nameEn")).contains("符号を作れません");
      screen.judged("documents-refused");
      fill(screen, "　", "Test badge");
      screen.page().locator("#add").click();
      assertThat(errorOf(screen, "name")).contains("書類の名前");
      fill(screen, "試験用身分証", "Test badge");
      screen.page().locator("#place").fill("一番");
      screen.page().locator("#add").click();
      assertThat(errorOf(screen, "place")).contains("数字");
      screen.page().locator("#place").fill("999");
      screen.page().locator("#add").click();
      screen.waitFor("試験用身分証を登録しました").judged("documents-added");
      assertThat(kind("TEST_BADGE").get("photo").asBoolean()).isTrue();

      screen.open("proxy/documents.xhtml?code=TEST_BADGE").waitFor("試験用身分証の変更");
      assertThat(screen.page().locator("#issuer").inputValue()).isEqualTo("試験用の発行者");
      screen.page().getByLabel("受付で使う").uncheck();
      screen.page().locator("#change").click();
      screen.waitFor("試験用身分証を変更しました");
      Locator row =
          screen.page().locator("tbody tr", new Page.LocatorOptions().setHasText("試験用身分証"));
      assertThat(row.innerText()).contains("使用していません");
      assertThat(kind("TEST_BADGE").get("inUse").asBoolean()).isFalse();
      assertThat(kind("TEST_BADGE").get("photo").asBoolean()).isTrue();
      assertThat(screen.complaints()).isEmpty();
    }
  }

  @Test
  void aSupervisorsProgramPutsAKindAndAClerksReadsIt() {
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("name", "試験用パス");
    wanted.put("nameEn", "Test pass");
    wanted.put("issuer", "試験用の発行者");
    wanted.put("photo", true);
    wanted.put("expires", false);
    wanted.put("place", 998);
    wanted.put("inUse", true);
    assertThat(Api.as("clerk1").put(PATH + "/TEST_PASS", wanted).status()).isEqualTo(403);
    Api.Reply put = Api.as("supervisor1").put(PATH + "/TEST_PASS", wanted);
    assertThat(put.status()).as(put.text()).isEqualTo(204);
    assertThat(kind("TEST_PASS").get("issuer").asText()).isEqualTo("試験用の発行者");

    assertThat(code(Api.as("supervisor1").put(PATH + "/TEST_PASS", wanted)))
        .as("a change says which version it is made on")
        .isEqualTo("document-kind-taken");
    wanted.put("version", 0);
    assertThat(code(Api.as("supervisor1").put(PATH + "/TEST_PAS", wanted)))
        .isEqualTo("document-kind-unknown");
    assertThat(code(Api.as("supervisor1").put(PATH + "/lower-case", wanted)))
        .isEqualTo("document-kind-code");
    wanted.put("photo", null);
    assertThat(code(Api.as("supervisor1").put(PATH + "/TEST_PASS", wanted)))
        .isEqualTo("request-malformed");
    wanted.put("photo", false);
    wanted.put("name", "");
    assertThat(code(Api.as("supervisor1").put(PATH + "/TEST_PASS", wanted)))
        .isEqualTo("form-incomplete");
  }

  /** Two supervisors have one kind open: the second is told who was first, and decides anew. */
  @Test
  void whoComesSecondIsToldAndNothingIsLost() {
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("name", "試験用手帳");
    wanted.put("nameEn", "Test booklet");
    wanted.put("issuer", "試験用の発行者");
    wanted.put("photo", true);
    wanted.put("expires", true);
    wanted.put("place", 997);
    wanted.put("inUse", true);
    Api supervisor = Api.as("supervisor1");
    assertThat(supervisor.put(PATH + "/TEST_BOOKLET", wanted).status()).isEqualTo(204);
    try (Screen screen = new Screen(1366, 768)) {
      screen.logIn("supervisor1").open("proxy/documents.xhtml?code=TEST_BOOKLET");
      screen.page().locator("#issuer").fill("後の人の発行者");

      wanted.put("version", kind("TEST_BOOKLET").get("version").asInt());
      wanted.put("issuer", "先の人の発行者");
      assertThat(supervisor.put(PATH + "/TEST_BOOKLET", wanted).status()).isEqualTo(204);
      Api.Reply late = supervisor.put(PATH + "/TEST_BOOKLET", wanted);
      assertThat(late.status()).isEqualTo(409);
      assertThat(code(late)).isEqualTo("document-kind-changed");
      assertThat(late.json().get("title").asText()).contains("試験用手帳", "supervisor1");

      screen.page().locator("#change").click();
      screen.waitFor("試験用手帳は、この内容を開いた後にsupervisor1さんが変更しました");
      assertThat(screen.page().locator("#now").innerText()).contains("先の人の発行者");
      assertThat(screen.page().locator("#issuer").inputValue()).isEqualTo("後の人の発行者");
      screen.judged("documents-overtaken");
      assertThat(kind("TEST_BOOKLET").get("issuer").asText()).isEqualTo("先の人の発行者");

      screen.page().locator("#change").click();
      screen.waitFor("試験用手帳を変更しました");
      assertThat(kind("TEST_BOOKLET").get("issuer").asText()).isEqualTo("後の人の発行者");
      assertThat(screen.complaints()).isEmpty();
    }
  }

  private static String code(Api.Reply reply) {
    return reply.json().get("code").asText();
  }

  private static JsonNode kind(String code) {
    for (JsonNode kind : Api.as("clerk1").get(PATH).json()) {
      if (kind.get("code").asText().equals(code)) {
        return kind;
      }
    }
    throw new AssertionError("No kind " + code);
  }

  private static void fill(Screen screen, String name, String nameEn) {
    screen.page().locator("#name").fill(name);
    screen.page().locator("#nameEn").fill(nameEn);
    screen.page().locator("#issuer").fill("試験用の発行者");
  }

  private static String errorOf(Screen screen, String field) {
    Locator error = screen.page().locator("#" + field + "-error .field__error");
    error.waitFor();
    return error.innerText();
  }
}
