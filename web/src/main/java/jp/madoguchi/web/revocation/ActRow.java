package jp.madoguchi.web.revocation;

import java.time.Instant;
import jp.madoguchi.revocation.StatusAct;
import jp.madoguchi.web.faces.PageTexts;

/**
 * What became of a certificate, on a page.
 *
 * @param becameKind the kind of chip
 */
public record ActRow(
    String type, String serial, String became, String becameKind, String reason, Instant at) {

  static ActRow of(StatusAct act, PageTexts texts) {
    String state =
        switch (act.reason()) {
          case CERTIFICATE_HOLD -> "SUSPENDED";
          case REMOVE_FROM_CRL -> "VALID";
          default -> "REVOKED";
        };
    return new ActRow(
        texts.get("type." + act.type()),
        act.serial().hex(),
        texts.get("certificate.state." + state),
        state.equals("VALID") ? "SUCCESS" : state.equals("SUSPENDED") ? "WARNING" : "ERROR",
        why(act, state, texts),
        act.doneAt());
  }

  private static String why(StatusAct act, String state, PageTexts texts) {
    return state.equals("REVOKED")
        ? texts.get("revocation." + act.reason())
        : texts.get("loss.why." + state);
  }
}
