package jp.madoguchi.resident;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every change that the register sent, with what became of it. All in the caller's transaction. */
public interface ChangeLedger {

  /**
   * A change that was answered before.
   *
   * @param content its digest
   */
  record Answered(ChangeAnswer answer, String content) {}

  /**
   * What newer changes of the same person said about the same things.
   *
   * @param touches all that they say something about
   * @param since when the last of them was entered; empty where there is none
   */
  record Newer(Set<String> touches, Optional<Instant> since) {}

  /**
   * Somebody as the register has them now.
   *
   * @param values by column, in the form of the import; without cards
   */
  record Known(long residentId, Map<ResidentColumn, String> values) {}

  /** Lets no other change of this person in before the transaction ends. */
  void claim(String registerNumber);

  /** What was answered to a change that counts; one that was refused does not. */
  Optional<Answered> find(String changeId);

  Optional<Known> known(String registerNumber);

  /** The card by the import's columns, where it is this resident's. */
  Map<ResidentColumn, String> card(long residentId, String serial);

  Newer newerThan(RegisterChange change);

  /** Keeps a change with its answer; a change that waits for its person with its values. */
  void keep(RegisterChange change, ChangeAnswer answer, String sentBy, Instant now);

  /** Keeps that a change was refused, and nothing of what it said (R-MINIMUM). */
  void keepRefused(ChangeForm form, List<ChangeFault> faults, String sentBy, Instant now);

  /** The changes that wait for these persons, in the order in which they occurred. */
  List<RegisterChange> waitingFor(Collection<String> registerNumbers);
}
