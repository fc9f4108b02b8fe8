package jp.madoguchi.resident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fired, in the transaction that changes them, when records of the register or cards of known
 * residents become others than they were.
 *
 * @param changes what is different of whom; a resident can be there more than once
 * @param untilThen when changes come to light late: the moment since which the register has said
 *     what came after them, so that they are of no concern to anything younger; null for changes
 *     that the register says now
 */
public record ResidentsChanged(List<Change> changes, Instant untilThen) {

  /**
   * What is different.
   *
   * @param resident the resident's id
   * @param card the card that a change of cards is about; null for the others
   */
  public record Change(long resident, RecordChange kind, CardSerial card) {

    public Change(long resident, RecordChange kind) {
      this(resident, kind, null);
    }

    /** Whether it is about what lies on this card; a change of the record is about all cards. */
    public boolean concerns(Optional<CardSerial> other) {
      return card == null
          || other.isEmpty()
          || (kind == RecordChange.CARD_REPLACED) != other.get().equals(card);
    }
  }

  public ResidentsChanged {
    changes = List.copyOf(changes);
  }

  public ResidentsChanged(List<Change> changes) {
    this(changes, null);
  }

  /** The ids of those to whom something changed. */
  public Set<Long> residents() {
    return changes.stream().map(Change::resident).collect(Collectors.toUnmodifiableSet());
  }
}
