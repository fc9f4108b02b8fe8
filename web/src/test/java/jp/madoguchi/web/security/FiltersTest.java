package jp.madoguchi.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import java.util.List;
import jp.madoguchi.web.security.Servlets.Answered;
import jp.madoguchi.web.security.Servlets.Asked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiltersTest {

  @Nested
  class TheDoor {

    @Test
    void sendsAStrangerWhoWantsAPageToTheLoginAndRemembersThePage() throws Exception {
      Answered answer = ask(new Asked("GET", "/case/index.xhtml"));
      assertThat(answer.status).isEqualTo(303);
      assertThat(answer.headers.get("Location"))
          .isEqualTo("/login.xhtml?from=%2Fcase%2Findex.xhtml");
    }

    @Test
    void tellsAProgramInItsOwnFormAndNeverShowsItALoginPage() throws Exception {
      Answered answer = ask(new Asked("GET", "/api/applications"));
      assertThat(answer.status).isEqualTo(401);
      assertThat(answer.headers)
          .containsEntry("Content-Type", "application/problem+json")
          .containsKey("WWW-Authenticate");
      assertThat(answer.text()).contains("\"code\":\"login-required\"", "ログインが必要です");
    }

    @Test
    void doesNotMakeTheBrowserAskForAPasswordWhenAPageOfOursCalls() throws Exception {
      Answered answer = ask(new Asked("GET", "/api/session").header("X-Madoguchi", "1"));
      assertThat(answer.status).isEqualTo(401);
      assertThat(answer.headers).doesNotContainKey("WWW-Authenticate");
    }

    @Test
    void answersAPartialRequestWithARedirectThatThePageUnderstands() throws Exception {
      Answered answer =
          ask(new Asked("POST", "/home.xhtml").header("Faces-Request", "partial/ajax"));
      assertThat(answer.text()).contains("<redirect url=\"/login.xhtml?from=%2Fhome.xhtml\"/>");
    }

    @ParameterizedTest
    @CsvSource({"/audit/index.xhtml, 403", "/api/audit/events, 403", "/api/nothing, 404"})
    void refusesWhoLacksTheRole(String path, int status) throws Exception {
      Answered answer = ask(new Asked("GET", path).as("CLERK"));
      assertThat(answer.status).isEqualTo(status);
      assertThat(answer.passed).isFalse();
    }

    @Test
    void refusesAnAddressThatCanBeReadInTwoWaysEvenFromStaff() throws Exception {
      Asked asked = new Asked("GET", "/api/calendar/x").as("CLERK");
      asked.uri = "/api/calendar/..;/audit/events";
      assertThat(ask(asked).status).isEqualTo(400);
    }

    @Test
    void letsInWhoMay() throws Exception {
      assertThat(ask(new Asked("GET", "/home.xhtml").as("CLERK")).passed).isTrue();
    }

    private Answered ask(Asked asked) throws Exception {
      return through(new AccessFilter(), asked);
    }
  }

  @Nested
  class Forgery {

    private static final String OWN = "http://counter.example:8080";

    @Test
    void aFormOfOurOwnPagePasses() throws Exception {
      assertThat(form(OWN, "-123:456").passed).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
      "https://evil.example, -1:2", // a foreign page
      "null, -1:2", // a page without an origin, such as a file
      "http://counter.example:9090, -1:2", // another port is another site
      "http://counter.example:8080, forged", // a state that no page of ours had
      "http://counter.example:8080, -1:2:3",
    })
    void aForgedFormIsRefused(String origin, String state) throws Exception {
      assertThat(form(origin, state).status).isEqualTo(403);
    }

    @Test
    void aFormWithoutStateOrWithTwoIsRefused() throws Exception {
      Asked none = new Asked("POST", "/home.xhtml").as("CLERK").header("Origin", OWN);
      assertThat(ask(none).status).isEqualTo(403);
      Asked two = none.parameter("jakarta.faces.ViewState", "1:2", "3:4");
      assertThat(ask(two).status).isEqualTo(403);
    }

    @Test
    void aFormThatDoesNotSayWhereItStandsIsRefused() throws Exception {
      Asked asked =
          new Asked("POST", "/home.xhtml").as("CLERK").parameter("jakarta.faces.ViewState", "1:2");
      assertThat(ask(asked).status).isEqualTo(403);
    }

    @Test
    void aLoginPageWhoseSessionIsOverIsShownAnew() throws Exception {
      Asked asked =
          new Asked("POST", "/login.xhtml")
              .header("Origin", OWN)
              .parameter("jakarta.faces.ViewState", "1:2");
      assertThat(ask(asked).headers).containsEntry("Location", "/login.xhtml");
    }

    @Test
    void theGuidesFormHasNoStateAndNoSession() throws Exception {
      Asked asked = guide(OWN).parameter("jakarta.faces.ViewState", "stateless");
      assertThat(ask(asked).passed).isTrue();
    }

    @Test
    void whatDidNotComeFromTheGuideIsAnsweredWithTheGuide() throws Exception {
      for (Asked asked :
          List.of(
              guide(OWN), // no state at all
              guide(OWN).parameter("jakarta.faces.ViewState", "-1:2"),
              guide(OWN).parameter("jakarta.faces.ViewState", "stateless", "stateless"),
              guide("https://evil.example").parameter("jakarta.faces.ViewState", "stateless"))) {
        Answered answer = ask(asked);
        assertThat(answer.passed).isFalse();
        assertThat(answer.status).isEqualTo(303);
        assertThat(answer.headers).containsEntry("Location", "/guide/en");
      }
    }

    @Test
    void anAddressThatCarriesAFormIsNoForm() throws Exception {
      Asked link =
          new Asked("GET", "/case/index.xhtml")
              .as("CLERK")
              .parameter("jakarta.faces.ViewState", "stateless");
      assertThat(ask(link).status).isEqualTo(403);
      Asked toTheGuide =
          new Asked("GET", "/guide").parameter("jakarta.faces.ViewState", "stateless");
      assertThat(ask(toTheGuide).headers).containsEntry("Location", "/guide");
    }

    @Test
    void noOtherPageTakesAFormWithoutState() throws Exception {
      assertThat(form(OWN, "stateless").status).isEqualTo(403);
    }

    private Asked guide(String origin) {
      return new Asked("POST", "/guide/en").header("Origin", origin);
    }

    @Test
    void aCallWithASessionNeedsTheHeaderAndOurOrigin() throws Exception {
      Asked bare = new Asked("POST", "/api/applications").as("CLERK");
      assertThat(ask(bare).status).isEqualTo(403);
      assertThat(ask(bare).text()).contains("\"code\":\"forged\"");
      assertThat(ask(bare.header("Origin", OWN)).status).isEqualTo(403);
      assertThat(ask(bare.header("X-Madoguchi", "1")).passed).isTrue();
      assertThat(ask(bare.header("Origin", "https://evil.example")).status).isEqualTo(403);
    }

    @Test
    void aProgramWithItsOwnCredentialsNeedsNeither() throws Exception {
      Asked asked =
          new Asked("POST", "/api/residents/changes").as("REGISTER").header("Authorization", "B x");
      assertThat(ask(asked).passed).isTrue();
    }

    @Test
    void butCredentialsThatABrowserKeptDoNotOpenToAForeignPage() throws Exception {
      Asked asked =
          new Asked("POST", "/api/applications")
              .as("CLERK")
              .header("Authorization", "B x")
              .header("Origin", "https://evil.example");
      assertThat(ask(asked).status).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ocsp/sign", "/ocsp/auth"})
    void aRelyingPartyAsksByPostFromAnywhere(String path) throws Exception {
      assertThat(ask(new Asked("POST", path).header("Origin", "https://x.example")).passed)
          .isTrue();
    }

    private Answered form(String origin, String state) throws Exception {
      return ask(
          new Asked("POST", "/home.xhtml")
              .as("CLERK")
              .session(Servlets.session())
              .header("Origin", origin)
              .parameter("jakarta.faces.ViewState", state));
    }

    private Answered ask(Asked asked) throws Exception {
      return through(new ForgeryFilter(), asked);
    }
  }

  @Nested
  class Headers {

    @Test
    void allowOurOwnScriptsAndThoseWithThisAnswersNonceOnly() throws Exception {
      Asked asked = new Asked("GET", "/home.xhtml");
      Answered answer = through(new HeadersFilter(), asked);
      String nonce = asked.attributes.get("cspNonce").toString();
      assertThat(answer.headers.get("Content-Security-Policy"))
          .startsWith("default-src 'none'; script-src 'self' 'nonce-" + nonce + "';")
          .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
          .doesNotContain("unsafe");
      assertThat(answer.headers)
          .containsEntry("X-Content-Type-Options", "nosniff")
          .containsEntry("Cache-Control", "no-store")
          .containsEntry("Referrer-Policy", "same-origin")
          .doesNotContainKey("Strict-Transport-Security");
    }

    @Test
    void eachAnswerHasItsOwnNonce() throws Exception {
      assertThat(policy()).isNotEqualTo(policy());
    }

    @Test
    void filesThatAreTheSameForAllMayBeKept() throws Exception {
      Answered answer = through(new HeadersFilter(), new Asked("GET", "/assets/css/base.css"));
      assertThat(answer.headers).containsEntry("Cache-Control", "public, no-cache");
    }

    private String policy() throws Exception {
      return through(new HeadersFilter(), new Asked("GET", "/home.xhtml"))
          .headers
          .get("Content-Security-Policy");
    }
  }

  @Nested
  class Bodies {

    @Test
    void largerThanTheirAddressTakesAreRefusedBeforeTheyAreRead() throws Exception {
      Asked asked = new Asked("POST", "/api/applications");
      asked.contentLength = 1024 * 1024 + 1;
      Answered answer = through(new BodyLimitFilter(), asked);
      assertThat(answer.status).isEqualTo(413);
      assertThat(answer.text()).contains("body-too-large");
    }

    @Test
    void areAsLargeAsTheirAddressNeeds() {
      assertThat(BodyLimitFilter.limit("/ocsp/sign"))
          .isLessThan(BodyLimitFilter.limit("/api/applications"))
          .isLessThan(BodyLimitFilter.limit("/api/residents/import"));
    }
  }

  private static Answered through(Filter filter, Asked asked) throws Exception {
    Answered answer = new Answered();
    filter.doFilter(asked.request(), answer.response(), answer.chain());
    return answer;
  }
}
