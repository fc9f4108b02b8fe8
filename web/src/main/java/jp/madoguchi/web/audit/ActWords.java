package jp.madoguchi.web.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.RecordedAct;
import jp.madoguchi.web.faces.PageTexts;

/** Recorded acts in words that a clerk would use: what was done, with the facts that count. */
public final class ActWords {

  /** The facts that are told, in their order; the others are for the auditor. */
  private static final List<String> TOLD =
      List.of(
          "step",
          "rule",
          "type",
          "reason",
          "withdrawnBy",
          "paper",
          "yen",
          "receipt",
          "from",
          "code");

  private final PageTexts texts;
  private final Map<String, String> steps;

  /**
   * @param steps the names of a case's steps by their keys
   */
  public ActWords(PageTexts texts, Map<String, String> steps) {
    this.texts = texts;
    this.steps = Map.copyOf(steps);
  }

  /** What was done. */
  public String what(Act act) {
    String name = texts.find("act." + act.name()).orElse(act.name());
    String facts =
        TOLD.stream()
            .flatMap(fact -> fact(fact, act.details().get(fact)).stream())
            .collect(Collectors.joining(texts.get("list.separator")));
    return facts.isEmpty() ? name : texts.of("history.act", name, facts);
  }

  /** Who did it: a login, or the system's own word. */
  public String who(RecordedAct recorded) {
    String login = recorded.actor().login();
    return texts.find("actor." + login).orElse(login);
  }

  /** As what they did it; empty for the system. */
  public String roles(RecordedAct recorded) {
    return recorded.actor().roles().stream()
        .map(role -> texts.get("role." + role))
        .collect(Collectors.joining(texts.get("list.separator")));
  }

  private Optional<String> fact(String fact, String value) {
    if (value == null) {
      return Optional.empty();
    }
    return Optional.of(
        switch (fact) {
          case "step" -> texts.step(value, steps.get(value));
          case "rule" -> value;
          case "type" -> texts.get("type." + value);
          case "reason" ->
              texts
                  .find("revocation." + value)
                  .or(() -> texts.find("notice.against." + value))
                  .orElse(value);
          case "withdrawnBy" -> texts.get("withdrawn-by." + value);
          case "paper" -> texts.find("paper." + value).orElse(value);
          case "yen" -> texts.of("yen", value);
          case "receipt" -> texts.of("fee.receipt.of", value);
          case "from" -> texts.of("history.from", value);
          default ->
              texts
                  .find("problem." + value + ".title")
                  .or(() -> texts.find("reply.finding." + value))
                  .or(() -> texts.find("notice.finding." + value))
                  .or(() -> texts.find("breach." + value))
                  .orElse(value);
        });
  }
}
