package jp.madoguchi.revocation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.resident.CardSerial;

/** Every card that was reported lost. */
public interface CardLossBook {

  /** A number for a new one; one that is not used in the end is lost. */
  long nextNumber();

  void add(CardLoss loss);

  void add(LossVisit visit);

  /** Who came for these lost cards, in their order. */
  List<LossVisit> visits(Collection<Long> losses);

  Optional<CardLoss> find(long id);

  /** As {@link #find}, and nobody else can change it before this transaction ends. */
  Optional<CardLoss> lock(long id);

  /** The one for which this card is held now. */
  Optional<CardLoss> heldOf(CardSerial card);

  /** Those of these residents whose cards are held now. */
  List<CardLoss> heldOf(Set<Long> residents);

  /** Those that are held, the one that is held longest first. */
  List<CardLoss> held(int from, int limit);

  long countHeld();

  /** Those that have been held since then or longer, the one that is held longest first. */
  List<CardLoss> heldSince(Instant then, int limit);

  /** Those that are not held any more, the one that ended last first. */
  List<CardLoss> ended(int from, int limit);

  /** A resident's, the newest first. */
  List<CardLoss> ofResident(long residentId);
}
