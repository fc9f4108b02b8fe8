package jp.madoguchi.cardwriting;

import java.util.Optional;

/** Cases of one kind that have something to say to a card. */
interface CardCases {

  /** The case that waits for this card and may speak to it at this terminal. */
  Optional<String> caseFor(String cardSerial, String terminal);

  /** Whether its card can be told or asked something now. */
  boolean canGoOn(String receptionNumber);

  CardDialogue dialogue(WritingPlace place);
}
