package jp.madoguchi.resident.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.madoguchi.resident.Card;
import jp.madoguchi.resident.CardSerial;
import jp.madoguchi.resident.ResidentPage;
import jp.madoguchi.resident.ResidentQuery;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.resident.ResidentRegister;

/** The resident register in the system's own tables. */
@ApplicationScoped
public class EmbeddedResidentRegister implements ResidentRegister {

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  protected EmbeddedResidentRegister() {}

  public EmbeddedResidentRegister(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public Optional<ResidentRecord> find(long id) {
    return Optional.ofNullable(entities.find(ResidentRow.class, id)).map(ResidentRow::asRecord);
  }

  @Override
  public Map<Long, ResidentRecord> all(Collection<Long> ids) {
    return ids.isEmpty()
        ? Map.of()
        : entities
            .createQuery("select r from ResidentRow r where r.id in :ids", ResidentRow.class)
            .setParameter("ids", Set.copyOf(ids))
            .getResultStream()
            .map(ResidentRow::asRecord)
            .collect(Collectors.toMap(ResidentRecord::id, Function.identity()));
  }

  @Override
  public Optional<ResidentRecord> findByCard(CardSerial serial) {
    return card(serial).flatMap(card -> find(card.residentId()));
  }

  @Override
  public ResidentPage search(ResidentQuery query) {
    SearchStatement statement = SearchStatement.of(query);
    Query prepared = entities.createNativeQuery(statement.sql(), ResidentRow.class);
    int position = 1;
    for (Object value : statement.values()) {
      prepared.setParameter(position++, value);
    }
    @SuppressWarnings("unchecked")
    List<ResidentRow> rows = prepared.getResultList();
    return new ResidentPage(
        rows.stream().limit(query.size()).map(ResidentRow::asRecord).toList(),
        query.page(),
        rows.size() > query.size());
  }

  @Override
  public Optional<Card> card(CardSerial serial) {
    return Optional.ofNullable(entities.find(CardRow.class, serial.value())).map(CardRow::asCard);
  }

  @Override
  public List<Card> cardsOf(long residentId) {
    return entities
        .createQuery(
            "select c from CardRow c where c.residentId = :resident order by c.expiresOn desc, c.serial",
            CardRow.class)
        .setParameter("resident", residentId)
        .getResultStream()
        .map(CardRow::asCard)
        .toList();
  }
}
