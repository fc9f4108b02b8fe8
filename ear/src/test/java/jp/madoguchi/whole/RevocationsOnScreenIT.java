package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 失効・一時停止 on the screens: a card is lost, found, and its certificates are given up at last. */
class RevocationsOnScreenIT {

  private static final Map<String, Object> PINS =
      Map.of("SIGNATURE", "MADO2026", "USER_AUTHENTICATION", "2468");

  @Test
  void aCardIsLostAndFoundAndItsCertificatesAreGivenUp() {
    Visit visit = Visit.of(129);
    assertThat(visit.apply("NEW", "SIGNATURE", "USER_AUTHENTICATION").status()).isEqualTo(201);
    visit.writtenWith(PINS).handedOver();
    try (Screen clerk = new Screen(1366, 768);
        Screen supervisor = new Screen(1920, 1080)) {
      Page page = clerk.logIn("clerk1").page();
      clerk.open("reception/index.xhtml?resident=" + Visit.residentOf(visit.card()));
      page.getByRole(AriaRole.MAIN).getByText("失効・一時停止").click();
      clerk.waitFor("この方の電子証明書").judged("revocation-person");
      clerk.sized(1920, 1080).pictured("revocation-person").sized(1366, 768);
      page.getByRole(AriaRole.MAIN).getByText("カードの紛失(一時停止)").click();
      clerk.waitFor("なくした時と場所").judged("revocation-loss-form");
      clerk.press("一時停止する").waitFor("を選んでください").judged("revocation-loss-incomplete");
      assertThat(page.locator("#channel-group input:focus").count())
          .as("the first field in error has the focus")
          .isEqualTo(1);
      page.getByLabel("電話", new Page.GetByLabelOptions().setExact(true)).check();
      page.locator("#reporter-group").getByLabel("本人").check();
      page.locator("#identity-group").getByLabel("生年月日").check();
      page.locator("#identity-group").getByLabel("住所").check();
      page.locator("#circumstances").fill("昨日の夕方、駅で");
      clerk.press("一時停止する").waitFor("確かめ方が足りません");
      page.locator("#identity-group").getByLabel("同じ世帯の方の氏名").check();
      clerk.press("一時停止する").waitFor("カードを一時停止しました").judged("revocation-loss-held");
      clerk.sized(1920, 1080).pictured("revocation-loss-held").sized(1366, 768);
      Office.at(
          "2026-12-08T11:00:00+09:00",
          () -> clerk.open("home.xhtml").waitFor("一時停止が続いているカード").judged("clerk1-home-held"));
      page.goBack();
      page.getByText("見つかった", new Page.GetByTextOptions().setExact(true)).click();
      clerk.waitFor("解除の決裁を求める").judged("revocation-loss-found");
      page.getByText("任意代理人").click();
      clerk.waitFor("申請者との関係").judged("revocation-loss-found-proxy");
      clerk.sized(1920, 1080).pictured("revocation-loss-found-proxy").sized(1366, 768);
      page.goBack();
      clerk.waitFor("解除の決裁を求める");
      page.locator("#papers-group input").all().forEach(box -> box.check());
      page.locator("#reason").fill("自宅の机で見つかった");
      clerk.press("解除の決裁を求める").waitFor("決裁待ち").judged("revocation-loss-asked");

      supervisor.logIn("supervisor1").waitFor("見つかったカードの一時停止の解除");
      supervisor
          .page()
          .locator("tr", new Page.LocatorOptions().setHasText("自宅の机で"))
          .first()
          .getByRole(AriaRole.LINK)
          .first()
          .click();
      supervisor.waitFor("求める理由").judged("approval-card-release");
      supervisor.page().locator("#reason").fill("カードと書類を確かめた");
      supervisor.press("例外を認める").waitFor("今日決裁した例外");
      supervisor.open("fee/closing.xhtml").waitFor("カードと書類を確かめた").judged("closing-release");

      page.reload();
      clerk.waitFor("見つかったため解除しました").judged("revocation-loss-released");
      clerk.open("revocation/index.xhtml?resident=" + Visit.residentOf(visit.card()));
      page.getByRole(AriaRole.MAIN).getByText("失効の申請・漏えい等の届出").click();
      page.getByText("任意代理人").click();
      clerk.waitFor("委任状").judged("revocation-request-proxy");
      page.getByRole(AriaRole.MAIN)
          .getByRole(AriaRole.NAVIGATION)
          .getByText("本人", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
          .click();
      clerk.waitFor("失効は取り消せません").judged("revocation-request-form");
      clerk.sized(1920, 1080).pictured("revocation-request-form").sized(1366, 768);
      page.locator("#certificates-group input").all().forEach(box -> box.check());
      page.getByLabel("失効申請", new Page.GetByLabelOptions().setExact(true)).check();
      page.locator("#papers-group input").all().forEach(box -> box.check());
      clerk.press("失効させる");
      page.locator("#ask button[value=yes]").click();
      clerk.waitFor("取り消せないことの確認が済んでいません").judged("revocation-request-asked");
      page.locator("#irrevocable").check();
      clerk.press("失効させる");
      page.locator("#ask button[value=yes]").click();
      clerk.waitFor("電子証明書を失効させました").judged("revocation-request-done");
      clerk.sized(1920, 1080).pictured("revocation-request-done").sized(1366, 768);
      clerk.press("渡した").waitFor("失効の手続きを終えました").judged("revocation-index");
      clerk.sized(1920, 1080).pictured("revocation-index");
      String resident = "resident=" + Visit.residentOf(visit.card()) + "&lang=en";
      clerk.sized(1366, 768).open("revocation/index.xhtml?" + resident);
      clerk.waitFor("This person’s lost cards").judged("revocation-person-en");
      clerk.open("revocation/loss.xhtml?" + resident).waitFor("When and where it was lost");
      clerk.judged("revocation-loss-form-en");
      assertThat(clerk.complaints()).isEmpty();
      assertThat(supervisor.complaints()).isEmpty();
    }
  }
}
