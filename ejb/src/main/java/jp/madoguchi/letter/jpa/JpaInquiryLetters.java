package jp.madoguchi.letter.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.letter.InquiryLetter;
import jp.madoguchi.letter.InquiryLetters;
import jp.madoguchi.letter.LetterCode;
import jp.madoguchi.letter.LetterCounts;
import jp.madoguchi.letter.LetterState;

/** The ledger in the counter's own table. */
@ApplicationScoped
public class JpaInquiryLetters implements InquiryLetters {

  /** More letters than an office has on its way at a time. */
  private static final int MOST = 2_000;

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  protected JpaInquiryLetters() {}

  public JpaInquiryLetters(EntityManager entities) {
    this.entities = entities;
  }

  /** What ended before it is written first: a case has one current letter, says an index. */
  @Override
  public void add(InquiryLetter letter) {
    entities.flush();
    entities.persist(letter);
    entities.flush();
  }

  @Override
  public Optional<InquiryLetter> lock(LetterCode code) {
    return Optional.ofNullable(
        entities.find(InquiryLetter.class, code.value(), LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public Optional<InquiryLetter> find(LetterCode code) {
    return Optional.ofNullable(entities.find(InquiryLetter.class, code.value()));
  }

  @Override
  public List<InquiryLetter> ofCase(String receptionNumber) {
    return entities
        .createQuery(
            "select l from InquiryLetter l where l.receptionNumber = :number order by l.issue desc",
            InquiryLetter.class)
        .setParameter("number", receptionNumber)
        .getResultList();
  }

  @Override
  public List<InquiryLetter> toPost() {
    return inState(LetterState.PRINTED, "l.printedAt, l.code");
  }

  @Override
  public List<InquiryLetter> waiting() {
    return inState(LetterState.POSTED, "l.dueOn, l.code");
  }

  private List<InquiryLetter> inState(LetterState state, String order) {
    return entities
        .createQuery(
            "select l from InquiryLetter l where l.state = :state order by " + order,
            InquiryLetter.class)
        .setParameter("state", state)
        .setMaxResults(MOST)
        .getResultList();
  }

  @Override
  public List<InquiryLetter> ended(LetterState state, LocalDate since) {
    return entities
        .createQuery(
            "select l from InquiryLetter l where l.state = :state and l.endedAt >= :since"
                + " order by l.endedAt desc",
            InquiryLetter.class)
        .setParameter("state", state)
        .setParameter("since", start(since))
        .setMaxResults(MOST)
        .getResultList();
  }

  @Override
  public LetterCounts counts(LocalDate endedSince) {
    return new LetterCounts(
        inState(LetterState.PRINTED),
        inState(LetterState.POSTED),
        entities
            .createQuery(
                "select count(l) from InquiryLetter l where l.state = :state"
                    + " and l.remindedAt is not null",
                Long.class)
            .setParameter("state", LetterState.POSTED)
            .getSingleResult(),
        endedSince(LetterState.UNDELIVERED, endedSince),
        endedSince(LetterState.OVERDUE, endedSince));
  }

  private long inState(LetterState state) {
    return entities
        .createQuery("select count(l) from InquiryLetter l where l.state = :state", Long.class)
        .setParameter("state", state)
        .getSingleResult();
  }

  private long endedSince(LetterState state, LocalDate since) {
    return entities
        .createQuery(
            "select count(l) from InquiryLetter l where l.state = :state and l.endedAt >= :since",
            Long.class)
        .setParameter("state", state)
        .setParameter("since", start(since))
        .getSingleResult();
  }

  @Override
  public List<InquiryLetter> postedOn(LocalDate day) {
    return entities
        .createQuery(
            "select l from InquiryLetter l where l.postedAt >= :from and l.postedAt < :to"
                + " order by l.postedAt, l.code",
            InquiryLetter.class)
        .setParameter("from", start(day))
        .setParameter("to", start(day.plusDays(1)))
        .getResultList();
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(OfficeClock.ZONE).toInstant();
  }
}
