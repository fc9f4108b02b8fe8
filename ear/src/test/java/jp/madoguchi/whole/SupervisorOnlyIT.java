package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** R-OUT-OF-HOURS: the reason counts only when a supervisor gives it. */
class SupervisorOnlyIT {

  @Test
  void aClerkCannotTakeACaseInOutOfHours() {
    Map<String, Object> form = Visit.of(33).form("NEW", null, "USER_AUTHENTICATION");
    form.put("outOfHoursReason", "閉庁前に来庁していた");
    Api.Reply clerk = Api.as("clerk1").post("api/applications", form);
    assertThat(clerk.status()).isEqualTo(422);
    assertThat(clerk.json().get("code").asText()).isEqualTo("R-OUT-OF-HOURS");
    assertThat(Api.as("supervisor1").post("api/applications", form).status()).isEqualTo(201);
  }
}
