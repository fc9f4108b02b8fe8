package jp.madoguchi.fee.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.fee.FeeEntries;
import jp.madoguchi.fee.FeeEntry;

/** The fee book in the counter's own tables. */
@ApplicationScoped
public class JpaFeeEntries implements FeeEntries {

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  protected JpaFeeEntries() {}

  public JpaFeeEntries(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public long nextReceiptNumber() {
    Number next =
        (Number)
            entities
                .createNativeQuery(
                    "update madoguchi.receipt_counter set last_number = last_number + 1"
                        + " returning last_number")
                .getSingleResult();
    return next.longValue();
  }

  @Override
  public void add(FeeEntry entry) {
    entities.persist(entry);
  }

  @Override
  public List<FeeEntry> ofCase(String receptionNumber) {
    return entities
        .createQuery(
            "select f from FeeEntry f where f.receptionNumber = :number order by f.receiptNumber",
            FeeEntry.class)
        .setParameter("number", receptionNumber)
        .getResultList();
  }

  @Override
  public List<FeeEntry> ofDay(LocalDate day) {
    return entities
        .createQuery(
            "select f from FeeEntry f where f.enteredAt >= :from and f.enteredAt < :to"
                + " order by f.receiptNumber",
            FeeEntry.class)
        .setParameter("from", start(day))
        .setParameter("to", start(day.plusDays(1)))
        .getResultList();
  }

  @Override
  public List<FeeEntry> ofCases(Collection<String> receptionNumbers) {
    return receptionNumbers.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select f from FeeEntry f where f.receptionNumber in :numbers"
                    + " order by f.receiptNumber",
                FeeEntry.class)
            .setParameter("numbers", receptionNumbers)
            .getResultList();
  }

  @Override
  public List<FeeEntry> between(long firstReceipt, long lastReceipt) {
    return entities
        .createQuery(
            "select f from FeeEntry f where f.receiptNumber between :first and :last"
                + " order by f.receiptNumber",
            FeeEntry.class)
        .setParameter("first", firstReceipt)
        .setParameter("last", lastReceipt)
        .getResultList();
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(OfficeClock.ZONE).toInstant();
  }
}
