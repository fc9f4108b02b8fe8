package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/**
 * R-SECOND-PERSON on the screens: the clerk asks, the supervisor grants, nothing is typed twice.
 */
class ExceptionOnScreenIT {

  @Test
  void theClerkGoesOnWhereTheyWereOnceTheSupervisorHasGranted() {
    Visit ward = ExceptionsIT.aWard(69);
    try (Screen clerk = new Screen(1366, 768);
        Screen supervisor = new Screen(1920, 1080)) {
      clerk.logIn("clerk1");
      clerk.open("reception/index.xhtml?resident=" + Visit.residentOf(ward.card()));
      clerk.page().getByLabel("新規発行").check();
      clerk.page().locator("#phone").fill("046-225-0000");
      clerk.waitFor("例外の承認").judged("exception-offered");
      clerk.press("例外の承認を求める").waitFor("理由が空です");
      clerk.page().locator("#exception-reason").fill("家庭裁判所の許可書をお持ちです");
      clerk.press("例外の承認を求める").waitFor("係長の決裁を待っています").judged("exception-waits");

      supervisor.logIn("supervisor1").waitFor("決裁待ちの例外").judged("home-exceptions");
      supervisor
          .page()
          .locator("tr", new Page.LocatorOptions().setHasText("家庭裁判所"))
          .first()
          .getByRole(AriaRole.LINK)
          .click();
      supervisor.waitFor("求める理由").judged("approval");
      supervisor.page().locator("#reason").fill("許可書の原本を確認した");
      supervisor.press("例外を認める").waitFor("今日決裁した例外").judged("approval-decided");

      clerk.waitFor("supervisor1が例外を認めました").judged("exception-granted");
      assertThat(clerk.page().locator("#phone").inputValue()).isEqualTo("046-225-0000");
      clerk.press("受付する").waitFor("認められた例外").judged("case-exception");
      clerk.open("fee/closing.xhtml").waitFor("許可書の原本を確認した").judged("closing-exception");
      assertThat(clerk.complaints()).isEmpty();
      assertThat(supervisor.complaints()).isEmpty();
    }
  }
}
