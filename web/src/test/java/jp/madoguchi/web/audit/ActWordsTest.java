package jp.madoguchi.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.Actor;
import jp.madoguchi.audit.RecordedAct;
import jp.madoguchi.web.faces.PageTexts;
import org.junit.jupiter.api.Test;

/** What the trail keeps, in the words of the counter. */
class ActWordsTest {

  private final ActWords words =
      new ActWords(new JapaneseTexts(), Map.of("check-papers", "書類を確認する"));

  /** The words without a page around them. */
  private static final class JapaneseTexts extends PageTexts {

    @Override
    public Locale locale() {
      return Locale.JAPANESE;
    }
  }

  @Test
  void aStepIsNamedAsInTheDiagramOrElseByItsOwnWord() {
    assertThat(words.what(act("step.done").with("step", "check-papers")))
        .isEqualTo("手順の完了(書類を確認する)");
    assertThat(words.what(act("step.done").with("step", "present-card")))
        .isEqualTo("手順の完了(カードの確認)");
  }

  @Test
  void theFactsThatCountStandBehindTheAct() {
    assertThat(words.what(act("fee.collected").with("receipt", 12).with("yen", 200)))
        .isEqualTo("手数料の収納(200円・領収番号12)");
    assertThat(
            words.what(
                act("certificate.revoked").with("type", "SIGNATURE").with("reason", "SUPERSEDED")))
        .isEqualTo("電子証明書の失効(署名用電子証明書・新しい証明書への切替え)");
  }

  @Test
  void whatIsForTheAuditorAloneIsLeftOut() {
    assertThat(words.what(act("application.received").with("resident", 17))).isEqualTo("申請の受付");
  }

  @Test
  void theSystemHasAWordAndNoRole() {
    RecordedAct recorded = new RecordedAct(1, Instant.EPOCH, Actor.SYSTEM, act("step.done"));
    assertThat(words.who(recorded)).isEqualTo("システム");
    assertThat(words.roles(recorded)).isEmpty();
    Actor clerk = new Actor("clerk1", new TreeSet<>(Set.of("CLERK")), "T1");
    assertThat(words.roles(new RecordedAct(2, Instant.EPOCH, clerk, act("step.done"))))
        .isEqualTo("窓口担当");
  }

  private static Act act(String name) {
    return Act.done(name, "APPLICATION", "2026-000001-0");
  }
}
