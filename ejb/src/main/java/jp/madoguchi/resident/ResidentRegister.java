package jp.madoguchi.resident;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The resident register, wherever it is kept: the tables of this system, or the city's own. Whoever
 * asks on behalf of a person goes through {@link ResidentSearch}, which leaves a trace.
 */
public interface ResidentRegister {

  Optional<ResidentRecord> find(long id);

  /** Those of these that there are, by their ids, read at once. */
  Map<Long, ResidentRecord> all(Collection<Long> ids);

  /** The resident to whom the card was issued, whatever state the card is in. */
  Optional<ResidentRecord> findByCard(CardSerial serial);

  ResidentPage search(ResidentQuery query);

  Optional<Card> card(CardSerial serial);

  /** Every card of the resident, the one that expires last first. */
  List<Card> cardsOf(long residentId);
}
