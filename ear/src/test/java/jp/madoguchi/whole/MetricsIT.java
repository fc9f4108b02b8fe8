package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What those who watch over the server see of it. */
class MetricsIT {

  private static final String RECEIVED =
      "madoguchi_acts_total{act=\"application.received\",outcome=\"%s\"}";

  @Test
  void aWholeCaseIsCountedOnceItIsKept() {
    // one of each beforehand, so that every series is there
    Visit.of(3).apply("NEW", "SIGNATURE");
    wholeCase(34);
    PrometheusText before = read();

    Visit.of(3).apply("NEW", "SIGNATURE");
    String receptionNumber = wholeCase(35);
    PrometheusText after = read();

    assertThat(rise(before, after, RECEIVED.formatted("done"))).isEqualTo(1);
    assertThat(rise(before, after, RECEIVED.formatted("refused"))).isEqualTo(1);
    assertThat(rise(before, after, act("application.issued"))).isEqualTo(1);
    assertThat(rise(before, after, act("certificate.issued"))).isEqualTo(1);
    assertThat(rise(before, after, "madoguchi_signatures_seconds_count")).isPositive();
    assertThat(rise(before, after, "madoguchi_signatures_seconds_sum")).isPositive();
    assertThat(
            rise(
                before,
                after,
                "http_server_requests_seconds_count{method=\"POST\",resource=\"/api/applications\",status=\"2xx\"}"))
        .isEqualTo(1);
    assertThat(scrape())
        .doesNotContain(receptionNumber, Visit.of(35).card(), "clerk1", "kenshu", "127.0.0.1");
  }

  @Test
  void itTellsOfTheServersOwnParts() {
    Office.isOpen();
    PrometheusText text = read();
    assertThat(text.samples().keySet())
        .anyMatch(series -> series.startsWith("jvm_memory_used_bytes{"))
        .contains("process_uptime_seconds");
    assertThat(text.value("madoguchi_connections{count=\"active\"}")).isPositive();
    assertThat(text.value("madoguchi_connections{count=\"in-use\"}")).isNotNegative();
    assertThat(text.value("madoguchi_jobs{state=\"open\"}")).isNotNegative();
    assertThat(text.value("madoguchi_jobs{state=\"failed\"}")).isZero();
    assertThat(text.value("madoguchi_authority_serving{adapter=\"own\"}")).isEqualTo(1);
    assertThat(text.value("madoguchi_authority_outside_waiting{what=\"requests\"}")).isZero();
    assertThat(Api.anonymous().get("health/ready").text())
        .contains("\"authority\":{\"adapter\":\"own\",\"state\":\"SERVING\"}");
    assertThat(
            text.value("madoguchi_readers{state=\"none\"}")
                + text.value("madoguchi_readers{state=\"empty\"}")
                + text.value("madoguchi_readers{state=\"card\"}"))
        .isPositive();
  }

  @Test
  void whatIsAskedForNeverBecomesALabel() {
    Api clerk = Api.as("clerk1");
    for (int i = 0; i < 20; i++) {
      clerk.get("api/applications/2026-00000" + i + "-1");
      clerk.get("api/no-such-thing-" + i);
      clerk.get("no-such-page-" + i + ".xhtml");
      clerk.send("MADEUP" + i, "api/guide", Map.of(), new byte[0]);
    }
    PrometheusText text = read();
    assertThat(text.labels("resource"))
        .contains("/api/applications/{receptionNumber}", "pages", "other")
        .noneMatch(resource -> resource.contains("no-such") || resource.contains("2026"));
    assertThat(text.labels("method")).contains("other").noneMatch(each -> each.contains("MADEUP"));
    assertThat(text.labels("status")).allMatch(status -> status.matches("[1-5]xx"));
  }

  @Test
  void itIsPlainText() {
    Api.Reply reply = Api.anonymous().get("metrics");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.contentType().replace(" ", "").toLowerCase(java.util.Locale.ROOT))
        .isEqualTo("text/plain;version=0.0.4;charset=utf-8");
  }

  private static String wholeCase(int training) {
    Visit visit = Visit.of(training);
    assertThat(visit.apply("NEW", "USER_AUTHENTICATION").status()).isEqualTo(201);
    visit
        .cardPutOnReader()
        .papersChecked()
        .cardPresented()
        .pinsEntered(Map.of("USER_AUTHENTICATION", "8642"))
        .written()
        .handedOver();
    return visit.receptionNumber();
  }

  private static String act(String name) {
    return "madoguchi_acts_total{act=\"" + name + "\",outcome=\"done\"}";
  }

  private static double rise(PrometheusText before, PrometheusText after, String series) {
    return after.value(series) - before.value(series);
  }

  private static PrometheusText read() {
    return PrometheusText.read(scrape());
  }

  private static String scrape() {
    return Api.anonymous().get("metrics").text();
  }
}
