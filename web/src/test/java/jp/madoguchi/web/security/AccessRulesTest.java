package jp.madoguchi.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import jp.madoguchi.web.security.AccessRules.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessRulesTest {

  private static final Set<String> ROLES =
      Set.of(
          "CLERK",
          "SUPERVISOR",
          "PROCESS_OWNER",
          "AUDITOR",
          "ADMIN",
          "REGISTER",
          "TERMINAL",
          "SECOND_SCREEN",
          "PASSWORD_DUE");

  @ParameterizedTest
  @CsvSource({
    "GET, /login.xhtml",
    "POST, /login.xhtml",
    "GET, /guide",
    "POST, /guide",
    "GET, /guide/en",
    "POST, /guide/easy",
    "POST, /api/guide",
    "GET, /api/calendar/2026-11-24",
    "POST, /ocsp/sign",
    "GET, /crl/auth.crl",
    "GET, /ca/sign.cer",
    "GET, /health/ready",
    "GET, /assets/css/base.css",
    "GET, /jakarta.faces.resource/faces.js.xhtml",
    "GET, /error/not-found.xhtml",
    "GET, /customer/pair",
    "GET, /api/openapi.json",
  })
  void thePublicMayGo(String method, String path) {
    assertThat(AccessRules.decide(method, path, false, role -> false)).isEqualTo(Answer.OPEN);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  /home.xhtml,                     ADMIN AUDITOR CLERK PROCESS_OWNER SUPERVISOR",
    "GET,  /reception/index.xhtml,          CLERK SUPERVISOR",
    "POST, /case/index.xhtml,               CLERK SUPERVISOR",
    "GET,  /fee/closing.xhtml,              CLERK SUPERVISOR",
    "GET,  /letter/index.xhtml,             CLERK SUPERVISOR",
    "POST, /proxy/documents.xhtml,          SUPERVISOR",
    "POST, /api/letters/posting,            CLERK SUPERVISOR",
    "GET,  /api/identity-documents,         CLERK SUPERVISOR",
    "PUT,  /api/identity-documents/PASSPORT, SUPERVISOR",
    "GET,  /workflow/index.xhtml,           ADMIN AUDITOR PROCESS_OWNER SUPERVISOR",
    "GET,  /audit/index.xhtml,              AUDITOR",
    "GET,  /staff/index.xhtml,              ADMIN",
    "GET,  /customer/T1,                    CLERK SECOND_SCREEN SUPERVISOR",
    "GET,  /api/customer/T1/pins/key,       CLERK SECOND_SCREEN SUPERVISOR",
    "POST, /api/customer/T1/pins,           CLERK SECOND_SCREEN SUPERVISOR",
    "POST, /password.xhtml,                 ADMIN AUDITOR CLERK PASSWORD_DUE PROCESS_OWNER"
        + " SUPERVISOR",
    "PUT,  /api/password,                   ADMIN AUDITOR CLERK PASSWORD_DUE PROCESS_OWNER"
        + " SUPERVISOR",
    "GET,  /api/session,                    ADMIN AUDITOR CLERK PASSWORD_DUE PROCESS_OWNER"
        + " SUPERVISOR",
    "POST, /calendar/index.xhtml,           CLERK SUPERVISOR",
    "GET,  /calendar/holidays.xhtml,        SUPERVISOR",
    "GET,  /staff/login.xhtml,              ADMIN",
    "GET,  /resident/import.xhtml,          REGISTER SUPERVISOR",
    "PUT,  /api/drafts/reception,           ADMIN AUDITOR CLERK PROCESS_OWNER SUPERVISOR",
    "POST, /api/applications,               CLERK SUPERVISOR",
    "GET,  /api/applications/R8-1,          AUDITOR CLERK SUPERVISOR",
    "POST, /api/applications/R8-1/steps/fee, CLERK SUPERVISOR",
    "GET,  /api/certificates/0a,            AUDITOR CLERK SUPERVISOR",
    "POST, /api/residents/changes,          REGISTER",
    "POST, /api/residents/import,           REGISTER SUPERVISOR",
    "GET,  /api/residents/1,                CLERK SUPERVISOR",
    "GET,  /api/residents/imports,          REGISTER SUPERVISOR",
    "GET,  /api/processes,                  ADMIN AUDITOR PROCESS_OWNER SUPERVISOR",
    "GET,  /api/decisions/fee/xml,          ADMIN AUDITOR PROCESS_OWNER SUPERVISOR",
    "POST, /api/terminals/T1/screens,       ADMIN CLERK SUPERVISOR",
    "GET,  /api/audit/events,               AUDITOR",
    "GET,  /api/audit/export,               AUDITOR",
    "GET,  /api/staff,                      ADMIN",
    "POST, /api/terminals/T1/exchange,      TERMINAL",
    "POST, /api/terminals/T1/credential,    TERMINAL",
    "DELETE, /api/terminals/T1/credential,  ADMIN CLERK SUPERVISOR", // the boundary: ADMIN
    "GET,  /terminal/terminal.xhtml,        ADMIN CLERK SUPERVISOR",
    "GET,  /terminal/new.xhtml,             ADMIN",
    "GET,  /api/terminals/T1/card,          ADMIN CLERK SUPERVISOR",
    "PUT,  /api/calendar/holidays,          SUPERVISOR",
    "PUT,  /api/training/clock,             ADMIN AUDITOR CLERK PROCESS_OWNER REGISTER SUPERVISOR",
  })
  void onlyTheseRolesMayGo(String method, String path, String roles) {
    Set<String> open = new TreeSet<>();
    for (String role : ROLES) {
      if (AccessRules.decide(method, path, true, role::equals) == Answer.OPEN) {
        open.add(role);
      }
    }
    assertThat(open).isEqualTo(new TreeSet<>(Arrays.asList(roles.split(" "))));
    assertThat(AccessRules.decide(method, path, false, role -> false)).isEqualTo(Answer.LOGIN);
    assertThat(AccessRules.decide(method, path, true, role -> false)).isEqualTo(Answer.FORBIDDEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/anything",
        "/api",
        "/api/",
        "/api/anything",
        "/api/guide/anything",
        "/guide/",
        "/guide/anything",
        "/guide.xhtml",
        "/api/sessions",
        "/login",
        "/loginx.xhtml",
        "/errors",
        "/WEB-INF/web.xml",
        "/console",
        "",
      })
  void whatNoLineNamesIsClosedToEverybody(String path) {
    assertThat(AccessRules.decide("GET", path, false, role -> false)).isEqualTo(Answer.LOGIN);
    assertThat(AccessRules.decide("GET", path, true, role -> true)).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void aPathThatIsPublicToReadIsNotPublicToChange() {
    assertThat(AccessRules.decide("DELETE", "/api/calendar/2026-11-24", false, role -> false))
        .isEqualTo(Answer.LOGIN);
    assertThat(AccessRules.decide("PUT", "/assets/js/page.js", false, role -> false))
        .isEqualTo(Answer.LOGIN);
  }
}
