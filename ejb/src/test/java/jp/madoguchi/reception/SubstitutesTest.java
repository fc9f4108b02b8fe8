package jp.madoguchi.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.issuance.SubstituteCharacters;
import jp.madoguchi.process.Processes.Steps;
import jp.madoguchi.reception.Substitutes.Written;
import jp.madoguchi.resident.BasicFourItems.Item;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.resident.Sex;
import org.junit.jupiter.api.Test;

/** What the applicant is asked to agree to is what the certificate will say. */
class SubstitutesTest {

  @Test
  void eachSubstituteStandsBesideWhatTheRegisterHas() {
    Substitutes substitutes = Substitutes.of(named("𠮷野　見本"));

    assertThat(substitutes.any()).isTrue();
    Written name = substitutes.items().get(0);
    assertThat(name.item()).isEqualTo(Item.NAME);
    assertThat(name.registered()).isEqualTo("𠮷野　見本");
    assertThat(name.certified()).isEqualTo(SubstituteCharacters.in("𠮷野　見本").text());
    assertThat(substitutes.inWords())
        .isEqualTo("𠮷→" + name.certified().substring(0, name.certified().indexOf("野")));
  }

  @Test
  void whatCanBeWrittenAsRegisteredIsNotAskedFor() {
    assertThat(Substitutes.of(named("見本　一郎")).any()).isFalse();
  }

  @Test
  void theAgreementIsAskedForWhereThereIsSomethingToAgreeTo() {
    assertThat(Confirmed.at(Set.of(Steps.CHECK_PAPERS), Route.SELF, true))
        .containsExactly(Confirmed.SAME_PERSON, Confirmed.SUBSTITUTES_AGREED);
    assertThat(Confirmed.at(Set.of(Steps.CHECK_PAPERS), Route.SELF, false))
        .containsExactly(Confirmed.SAME_PERSON);
    assertThat(Confirmed.at(Set.of(Steps.HAND_OVER), Route.SELF, true))
        .containsExactly(Confirmed.CARD_RETURNED, Confirmed.COPY_GIVEN);
  }

  private static ResidentRecord named(String name) {
    return new ResidentRecord(
        1,
        name,
        "",
        LocalDate.of(1980, 2, 17),
        Sex.FEMALE,
        "2430000",
        "神奈川県厚木市架空町1丁目1番1号",
        ResidentRecord.Status.RESIDENT,
        false,
        null,
        null,
        null,
        null,
        "1",
        1);
  }
}
