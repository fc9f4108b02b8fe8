package jp.madoguchi.resident;

import static jp.madoguchi.resident.Entries.aResident;
import static jp.madoguchi.resident.Entries.enter;
import static jp.madoguchi.resident.Entries.named;
import static jp.madoguchi.resident.Entries.withGoodCard;
import static org.assertj.core.api.Assertions.assertThat;

import jp.madoguchi.audit.Act;
import jp.madoguchi.resident.jpa.EmbeddedResidentRegister;
import jp.madoguchi.testing.RecordedActs;
import jp.madoguchi.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResidentSearchTest {

  private static final CardSerial CARD = new CardSerial("RSCARD000000001");

  private final RecordedActs acts = new RecordedActs();
  private final ResidentSearch search =
      new ResidentSearch(new EmbeddedResidentRegister(TestDatabase.shared().entityManager()), acts);

  @BeforeEach
  void aKnownResident() {
    enter(withGoodCard(named(aResident("RS-1"), "証跡　花子", "ショウセキ　ハナコ"), CARD.value()));
  }

  @Test
  void aSearchTellsTheTrailWhoseDataWereShownButNotWhatWasTyped() {
    long id = search.search(ResidentQuery.byKana("しょうせき")).residents().get(0).id();
    Act act = acts.all().get(0);
    assertThat(act.name()).isEqualTo("resident.searched");
    assertThat(act.details()).containsEntry("shown", Long.toString(id)).containsEntry("by", "kana");
    assertThat(act.toString()).doesNotContain("しょうせき").doesNotContain("ショ");
  }

  @Test
  void lookingAtARecordIsAnAct() {
    ResidentRecord found = search.findByCard(CARD).orElseThrow();
    search.find(found.id());
    assertThat(acts.names()).containsExactly("resident.viewed", "resident.viewed");
    assertThat(acts.all()).extracting(Act::subjectKey).containsOnly(Long.toString(found.id()));
  }

  @Test
  void lookingForSomebodyUnknownShowsNobodysData() {
    assertThat(search.find(-1)).isEmpty();
    assertThat(acts.all()).isEmpty();
  }
}
