package jp.madoguchi.cardwriting.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.madoguchi.cardwriting.TransactionId;
import jp.madoguchi.cardwriting.WritingOrder;
import jp.madoguchi.issuance.CertificateType;

/** The journal of card writing. */
@ApplicationScoped
public class CardWritingRepository {

  private static final String USUAL_STEPS =
      "select type, "
          + String.join(
              ", ",
              median("key_requested_at", "key_known_at"),
              median("key_known_at", "issued_at"),
              median("issued_at", "activation_sent_at"),
              median("activation_sent_at", "active_at"))
          + " from (select * from madoguchi.card_writing"
          + " where state = 'ACTIVE' and key_requested_at is not null order by id desc limit ?1)"
          + " recent group by type having count(*) >= ?2";

  private static String median(String from, String to) {
    return "percentile_cont(0.5) within group (order by extract(epoch from %s - %s))"
        .formatted(to, from);
  }

  /** Under which a transaction keeps the rows of a case that it has seen. */
  private record Seen(String receptionNumber) {}

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  @Resource private TransactionSynchronizationRegistry transaction;

  protected CardWritingRepository() {}

  public CardWritingRepository(EntityManager entities) {
    this.entities = entities;
  }

  public void add(WritingOrder order, Instant now) {
    IntStream.range(0, order.types().size())
        .mapToObj(position -> new CardWritingRow(order, position, TransactionId.random(), now))
        .forEach(entities::persist);
    entities.flush();
    if (transaction != null && transaction.getTransactionKey() != null) {
      transaction.putResource(new Seen(order.receptionNumber()), null);
    }
  }

  /**
   * The rows of a case in the order in which they are written. They are planned together, so a
   * transaction that has seen them once has seen them all, and its own changes are in them.
   */
  public List<CardWritingRow> ofCase(String receptionNumber) {
    if (transaction == null || transaction.getTransactionKey() == null) {
      return read(receptionNumber);
    }
    Seen key = new Seen(receptionNumber);
    @SuppressWarnings("unchecked")
    List<CardWritingRow> seen = (List<CardWritingRow>) transaction.getResource(key);
    if (seen != null) {
      return seen;
    }
    List<CardWritingRow> rows = read(receptionNumber);
    transaction.putResource(key, rows);
    return rows;
  }

  /** New rows were written when they were planned, and nothing that is asked by ever changes. */
  private List<CardWritingRow> read(String receptionNumber) {
    return entities
        .createNamedQuery("CardWritingRow.ofCase", CardWritingRow.class)
        .setFlushMode(FlushModeType.COMMIT)
        .setParameter("case", receptionNumber)
        .getResultList();
  }

  /** Literals, so that the partial index {@code card_writing_open} serves it. */
  static final String OPEN_CASES =
      "select distinct reception_number from madoguchi.card_writing"
          + " where state not in ('ACTIVE', 'CANCELLED') order by reception_number";

  /** The cases for which something is still to be written, by their numbers. */
  public List<String> openCases(int limit) {
    List<?> numbers = entities.createNativeQuery(OPEN_CASES).setMaxResults(limit).getResultList();
    return numbers.stream().map(String.class::cast).toList();
  }

  /**
   * How long each step took of late, in the middle of this office's writings: for each type the
   * medians of its four steps, from the key asked for to the certificate in use.
   *
   * @param recent of how many writings at most
   * @param fewest a type with fewer writings than these is left out
   */
  public Map<CertificateType, List<Duration>> usualSteps(int recent, int fewest) {
    List<?> rows =
        entities
            .createNativeQuery(USUAL_STEPS)
            .setParameter(1, recent)
            .setParameter(2, fewest)
            .getResultList();
    Map<CertificateType, List<Duration>> usual = new EnumMap<>(CertificateType.class);
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      usual.put(
          CertificateType.valueOf((String) columns[0]),
          Arrays.stream(columns).skip(1).map(CardWritingRepository::seconds).toList());
    }
    return usual;
  }

  private static Duration seconds(Object number) {
    return Duration.ofMillis(Math.round(((Number) number).doubleValue() * 1000));
  }

  /** The case for which something is still to be written on this card. */
  public Optional<String> openCaseOfCard(String cardSerial) {
    return entities
        .createNamedQuery("CardWritingRow.openCaseOfCard", String.class)
        .setParameter("card", cardSerial)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }
}
