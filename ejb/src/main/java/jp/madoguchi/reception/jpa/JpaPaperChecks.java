package jp.madoguchi.reception.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import jp.madoguchi.reception.CaseNote;
import jp.madoguchi.reception.Confirmation;
import jp.madoguchi.reception.PaperCheck;
import jp.madoguchi.reception.PaperChecks;
import jp.madoguchi.reception.RefusalReason;

/** Checks of papers, confirmations, reasons and notes in the counter's own tables. */
@ApplicationScoped
public class JpaPaperChecks implements PaperChecks {

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  protected JpaPaperChecks() {}

  public JpaPaperChecks(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void add(PaperCheck check) {
    entities.persist(check);
  }

  @Override
  public List<PaperCheck> ofCase(String receptionNumber) {
    return entities
        .createQuery(
            "select c from PaperCheck c where c.receptionNumber = :number order by c.id",
            PaperCheck.class)
        .setParameter("number", receptionNumber)
        .getResultList();
  }

  @Override
  public void add(Confirmation confirmation) {
    entities.persist(confirmation);
  }

  @Override
  public List<Confirmation> confirmationsOf(String receptionNumber) {
    return entities
        .createQuery(
            "select c from Confirmation c where c.receptionNumber = :number order by c.id",
            Confirmation.class)
        .setParameter("number", receptionNumber)
        .getResultList();
  }

  @Override
  public void add(RefusalReason reason) {
    entities.persist(reason);
  }

  @Override
  public List<RefusalReason> reasonsOf(String receptionNumber) {
    return reasonsOf(List.of(receptionNumber));
  }

  @Override
  public List<RefusalReason> reasonsOf(List<String> receptionNumbers) {
    return receptionNumbers.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select r from RefusalReason r where r.receptionNumber in :numbers order by r.id",
                RefusalReason.class)
            .setParameter("numbers", receptionNumbers)
            .getResultList();
  }

  @Override
  public void add(CaseNote note) {
    entities.persist(note);
  }

  @Override
  public List<CaseNote> notesOf(String receptionNumber) {
    return entities
        .createQuery(
            "select n from CaseNote n where n.receptionNumber = :number order by n.id desc",
            CaseNote.class)
        .setParameter("number", receptionNumber)
        .getResultList();
  }
}
