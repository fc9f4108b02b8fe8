package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The papers of a case and the closing list, as the counter's pages link to them. */
class PapersByApiIT {

  private static final String TODAY = Office.TUESDAY_MORNING.substring(0, 10);

  @Test
  void eachPaperIsThereOnceItsStepIsDone() {
    Visit visit = Visit.of(41);
    visit.reissue("LOSS", "USER_AUTHENTICATION");
    Api clerk = Api.as("clerk1");
    String papers = "api/applications/" + visit.receptionNumber() + "/";

    pdf(clerk.get(papers + "reception-slip.pdf"));
    assertThat(clerk.get(papers + "receipt.pdf").status()).isEqualTo(409);
    visit.papersChecked();
    assertThat(visit.perform("collect-fee", Map.of("receivedYen", 1000)).status()).isEqualTo(200);
    pdf(clerk.get(papers + "receipt.pdf"));
    assertThat(clerk.get(papers + "certificates.pdf").status()).isEqualTo(409);
    visit
        .cardPutOnReader()
        .cardPresented()
        .pinsEntered(Map.of("USER_AUTHENTICATION", "2468"))
        .written();
    pdf(clerk.get(papers + "certificates.pdf"));
    visit.handedOver();

    assertThat(clerk.get(papers + "refund.pdf").status()).isEqualTo(409);
    assertThat(clerk.get(papers + "unknown.pdf").status()).isEqualTo(404);
    assertThat(printsOf(visit.receptionNumber())).isEqualTo(3);
  }

  @Test
  void whatWasPaidForNothingIsRefundedWithASlip() {
    Visit visit = Visit.of(42);
    visit.reissue("LOSS", "USER_AUTHENTICATION");
    visit.papersChecked();
    visit.perform("collect-fee", Map.of("receivedYen", 200));
    Api clerk = Api.as("clerk1");
    String application = "api/applications/" + visit.receptionNumber();
    assertThat(clerk.post(application + "/withdrawal", Map.of("reason", "申請者の都合")).status())
        .isEqualTo(200);

    pdf(clerk.get(application + "/refund.pdf"));
    Api.Reply closing = clerk.get("api/closing/" + TODAY);
    assertThat(closing.status()).as(closing.text()).isEqualTo(200);
    assertThat(closing.json().at("/receipts/missing")).isEmpty();
    assertThat(closing.json().at("/totals/netYen").asLong())
        .isEqualTo(
            closing.json().at("/totals/dueYen").asLong()
                + closing.json().at("/totals/differenceYen").asLong());
    pdf(clerk.get("api/closing/" + TODAY + ".pdf"));
  }

  @Test
  void papersAreForTheCounterAlone() {
    Visit visit = Visit.of(43);
    visit.apply("NEW", "USER_AUTHENTICATION");
    String slip = "api/applications/" + visit.receptionNumber() + "/reception-slip.pdf";

    assertThat(Api.anonymous().get(slip).status()).isEqualTo(401);
    assertThat(Api.as("auditor1").get(slip).status()).isEqualTo(403);
    assertThat(Api.as("owner1").get("api/closing/" + TODAY + ".pdf").status()).isEqualTo(403);
    assertThat(printsOf(visit.receptionNumber())).isZero();
  }

  @Test
  void aDayThatIsNoneIsRefused() {
    Api clerk = Api.as("clerk1");

    assertThat(clerk.get("api/closing/2026-02-30").status()).isEqualTo(422);
    assertThat(clerk.get("api/closing/2039-01-01.pdf").status()).isEqualTo(422);
  }

  private static void pdf(Api.Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.contentType()).isEqualTo("application/pdf");
    assertThat(reply.text()).startsWith("%PDF-1.");
  }

  private static long printsOf(String receptionNumber) {
    return Tables.count(
        "select count(*) from madoguchi.audit_event"
            + " where act = 'paper.printed' and subject_key = ?",
        receptionNumber);
  }
}
