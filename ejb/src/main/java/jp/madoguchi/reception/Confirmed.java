package jp.madoguchi.reception;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.process.Processes.Steps;

/** What a clerk has to confirm at a step, besides the papers. */
public enum Confirmed {
  /** The face is the one on the card's photograph. */
  SAME_PERSON(Set.of(Steps.CHECK_PAPERS, Steps.CHECK_PAPERS_IN_PERSON), EnumSet.of(Route.SELF)),
  /** The proxy's face is the one on their document's photograph. */
  PROXY_SAME_PERSON(
      Set.of(Steps.CHECK_PAPERS), EnumSet.of(Route.PROXY, Route.LEGAL_REPRESENTATIVE)),
  /** The reply form of the expiry notice is still in date (R-PROXY-NOTICE). */
  NOTICE_IN_DATE(Set.of(), EnumSet.of(Route.PROXY)),
  /** The reply form came in a sealed envelope, which the clerk opened before the proxy. */
  REPLY_SEALED(Set.of(Steps.CHECK_REPLY), EnumSet.of(Route.PROXY)),
  /** The applicant has filled in every field. */
  REPLY_FILLED_IN(Set.of(Steps.CHECK_REPLY), EnumSet.of(Route.PROXY)),
  /** The applicant has signed the reply form and the power of attorney. */
  REPLY_SIGNED(Set.of(Steps.CHECK_REPLY), EnumSet.of(Route.PROXY)),
  /**
   * The applicant agrees to the substitute characters; asked only where there are any. Whoever is
   * not at the counter agrees on the reply form.
   */
  SUBSTITUTES_AGREED(
      Set.of(Steps.CHECK_PAPERS, Steps.CHECK_PAPERS_IN_PERSON, Steps.CHECK_REPLY),
      EnumSet.allOf(Route.class)),
  /** The card was given back. */
  CARD_RETURNED(Set.of(Steps.HAND_OVER), EnumSet.allOf(Route.class)),
  /** The copy of the certificates was handed over. */
  COPY_GIVEN(Set.of(Steps.HAND_OVER), EnumSet.allOf(Route.class));

  private final Set<String> steps;
  private final Set<Route> routes;

  Confirmed(Set<String> steps, Set<Route> routes) {
    this.steps = steps;
    this.routes = routes;
  }

  /** What is asked of the notice's own reply, at the one visit that there is (R-PROXY-NOTICE). */
  static Set<Confirmed> ofNotice() {
    return EnumSet.of(NOTICE_IN_DATE, REPLY_SEALED, REPLY_FILLED_IN, REPLY_SIGNED);
  }

  /**
   * What these steps of a case ask for, in the order of the enum.
   *
   * @param substitutes whether substitute characters are to be agreed to now
   */
  static List<Confirmed> at(Set<String> asked, Route route, boolean substitutes) {
    return Arrays.stream(values())
        .filter(one -> one.routes.contains(route))
        .filter(one -> one.steps.stream().anyMatch(asked::contains))
        .filter(one -> one != SUBSTITUTES_AGREED || substitutes)
        .toList();
  }
}
