package jp.madoguchi.approval;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a supervisor may allow though a rule is against it, and which refusals that lifts. */
public enum ExceptionKind {
  /** The 署名用 certificate of a 成年被後見人 (R-WARD). */
  WARD("R-WARD"),
  /** Intake of one case while the counter is closed (R-OUT-OF-HOURS). */
  OUT_OF_HOURS("R-OUT-OF-HOURS", "R-HOURS", "R-CLOSED"),
  /** The same proxy proves who they are with another document than at the first visit. */
  OTHER_DOCUMENT("R-SAME-PROXY"),
  /** A card that was reported lost and is found is good again (R-SECOND-PERSON); no refusal. */
  CARD_RELEASE("R-SECOND-PERSON");

  private final String rule;
  private final Set<String> lifted;

  ExceptionKind(String rule, String... sisters) {
    this.rule = rule;
    this.lifted = Stream.concat(Stream.of(rule), Stream.of(sisters)).collect(Collectors.toSet());
  }

  /** The rule from which it is an exception. */
  public String rule() {
    return rule;
  }

  /** The exceptions among these rules, as the judgement notes them when they were granted. */
  public static Set<ExceptionKind> noted(Collection<String> rules) {
    return Arrays.stream(values())
        .filter(one -> rules.contains(one.rule))
        .collect(Collectors.toSet());
  }

  /**
   * The exceptions that together lift these refusals.
   *
   * @return empty when one of the rules knows no exception, or when nothing refuses
   */
  public static Optional<Set<ExceptionKind>> lifting(Collection<String> rules) {
    Set<ExceptionKind> kinds = EnumSet.noneOf(ExceptionKind.class);
    for (String refusing : rules) {
      Optional<ExceptionKind> kind =
          Arrays.stream(values()).filter(one -> one.lifted.contains(refusing)).findFirst();
      if (kind.isEmpty()) {
        return Optional.empty();
      }
      kinds.add(kind.get());
    }
    return kinds.isEmpty() ? Optional.empty() : Optional.of(kinds);
  }
}
