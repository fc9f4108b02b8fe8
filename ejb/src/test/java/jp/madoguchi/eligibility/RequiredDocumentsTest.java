package jp.madoguchi.eligibility;

import static jp.madoguchi.eligibility.Applications.anAdultResident;
import static jp.madoguchi.eligibility.Applications.judged;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R-SELF-SAME-DAY, R-PROXY-DOCS-1, R-PROXY-DOCS-2, R-LEGAL-REP, R-PROXY-NOTICE: the papers. */
class RequiredDocumentsTest {

  @AfterEach
  void usualSettings() {
    System.clearProperty("madoguchi.proxy.notice-reply");
  }

  @Test
  void theApplicantBringsTheCard() {
    assertThat(papers(anAdultResident())).containsExactly(List.of("APPLICANT_CARD"));
  }

  @Test
  void aProxyBringsMoreToTheSecondVisit() {
    assertThat(papers(anAdultResident().route(Route.PROXY)))
        .containsExactly(
            List.of("APPLICANT_CARD", "PROXY_PHOTO_ID"),
            List.of("APPLICANT_CARD", "PROXY_PHOTO_ID", "REPLY_FORM", "POWER_OF_ATTORNEY"));
  }

  @Test
  void aParentBringsTheFamilyRegisterUnlessOfTheSameHousehold() {
    FactsBuilder child = anAdultResident().route(Route.LEGAL_REPRESENTATIVE);
    assertThat(papers(child))
        .containsExactly(List.of("APPLICANT_CARD", "PROXY_PHOTO_ID", "FAMILY_REGISTER"));
    assertThat(papers(child.adultWard(null)))
        .as("as long as nothing is known of a guardianship")
        .containsExactly(List.of("APPLICANT_CARD", "PROXY_PHOTO_ID", "FAMILY_REGISTER"));
    assertThat(papers(child.sameHousehold(true)))
        .containsExactly(List.of("APPLICANT_CARD", "PROXY_PHOTO_ID"));
  }

  @Test
  void aGuardianBringsTheRegistrationOfTheGuardianship() {
    assertThat(papers(anAdultResident().route(Route.LEGAL_REPRESENTATIVE).adultWard(true)))
        .containsExactly(List.of("APPLICANT_CARD", "PROXY_PHOTO_ID", "GUARDIANSHIP_REGISTRATION"));
  }

  @Test
  void theNoticesReplyFormSavesAVisitOnlyWhereTheOfficeChoseIt() {
    FactsBuilder proxy =
        anAdultResident().route(Route.PROXY).kind(ApplicationKind.RENEWAL).noticeReply(true);
    assertThat(judged(proxy).visits()).isEqualTo(2);
    System.setProperty("madoguchi.proxy.notice-reply", "true");
    assertThat(judged(proxy).visits()).isEqualTo(1);
    assertThat(papers(proxy))
        .containsExactly(List.of("APPLICANT_CARD", "PROXY_PHOTO_ID", "NOTICE_REPLY_FORM"));
    assertThat(judged(proxy.kind(ApplicationKind.NEW)).visits()).as("no renewal").isEqualTo(2);
  }

  @Test
  void everyPaperHasANameInBothLanguages() {
    List<RequiredDocument> papers =
        judged(anAdultResident().route(Route.PROXY)).documents().stream()
            .flatMap(List::stream)
            .toList();
    assertThat(papers)
        .allSatisfy(
            paper -> {
              assertThat(paper.name().toString()).doesNotContain("document.");
              assertThat(paper.name().in(java.util.Locale.ENGLISH)).doesNotContain("document.");
            });
  }

  private static List<List<String>> papers(FactsBuilder facts) {
    return judged(facts).documents().stream()
        .map(visit -> visit.stream().map(RequiredDocument::code).toList())
        .toList();
  }
}
