package jp.madoguchi.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The ledger of inquiry letters. */
public interface InquiryLetters {

  /** Adds a letter; the one before it must have ended. */
  void add(InquiryLetter letter);

  /** Holds the letter's row until the transaction ends. */
  Optional<InquiryLetter> lock(LetterCode code);

  Optional<InquiryLetter> find(LetterCode code);

  /** The letters of a case, the newest first. */
  List<InquiryLetter> ofCase(String receptionNumber);

  /** Printed and not posted yet, the oldest first. */
  List<InquiryLetter> toPost();

  /** Posted and not answered yet, the one that is due first first. */
  List<InquiryLetter> waiting();

  /** Ended so since a day, the newest first. */
  List<InquiryLetter> ended(LetterState state, LocalDate since);

  /** How many there are of each kind, of the ended ones those that ended since a day. */
  LetterCounts counts(LocalDate endedSince);

  /** Posted on this day, in the order of posting. */
  List<InquiryLetter> postedOn(LocalDate day);
}
