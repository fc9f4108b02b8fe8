package jp.madoguchi.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.LocalDate;
import java.util.function.BiConsumer;
import jp.madoguchi.issuance.ChosenSettings;
import jp.madoguchi.letter.jpa.JpaInquiryLetters;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.testing.ActingAs;
import jp.madoguchi.testing.MovableClock;
import jp.madoguchi.testing.RecordedActs;
import jp.madoguchi.testing.StoredCase;
import jp.madoguchi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** R-LETTER-STATES and R-REPLY-DUE on the real table; each test takes all back. */
class LetterBookTest {

  private final MovableClock clock = new MovableClock("2026-11-24T10:00");
  private final RecordedActs acts = new RecordedActs();
  private final ChosenSettings settings = new ChosenSettings();

  @Test
  void theAnswerIsDueThirtyDaysAfterThePosting() {
    trying(
        (book, number) -> {
          book.print(number, null);
          clock.moveTo("2026-11-25T16:00");
          InquiryLetter posted = book.post(number);
          assertThat(posted.dueOn()).contains(LocalDate.of(2026, 12, 25));
          assertThat(book.overdueAt(number).toInstant()).isEqualTo("2026-12-25T15:00:00Z");
          assertThat(book.reminderAt(number).toInstant()).isEqualTo("2026-12-17T15:00:00Z");
        });
  }

  @Test
  void theOfficeChoosesItsDays() {
    settings.with("letter.due-days", "14").with("letter.reminder-days", "3");
    trying(
        (book, number) -> {
          book.print(number, null);
          book.post(number);
          assertThat(book.require(number).dueOn()).contains(LocalDate.of(2026, 12, 8));
          assertThat(book.reminderAt(number).toInstant()).isEqualTo("2026-12-04T15:00:00Z");
        });
  }

  @Test
  void aReprintVoidsTheCodeBeforeItAndSaysWhy() {
    trying(
        (book, number) -> {
          InquiryLetter first = book.print(number, null);
          assertRefused(() -> book.print(number, " "), "form-incomplete");
          InquiryLetter second = book.print(number, "宛名が読みにくいため");
          assertThat(first.state()).isEqualTo(LetterState.VOID);
          assertThat(second.issue()).isEqualTo(2);
          assertThat(second.reason()).contains("宛名が読みにくいため");
          assertThat(second.code()).isNotEqualTo(first.code());
          assertThat(acts.names())
              .containsExactly("letter.printed", "letter.voided", "letter.printed");
        });
  }

  @Test
  void theFirstLetterNeedsNoReason() {
    trying((book, number) -> assertRefused(() -> book.print(number, "もう一度"), "form-incomplete"));
  }

  @Test
  void aLetterIsPostedOnceAndAnsweredOnlyThen() {
    trying(
        (book, number) -> {
          book.print(number, null);
          assertRefused(() -> book.answered(number), "letter-printed");
          book.post(number);
          assertRefused(() -> book.post(number), "letter-posted");
          book.answered(number);
          assertRefused(() -> book.answered(number), "letter-none");
        });
  }

  @Test
  void whatThePostBringsBackHasAReasonAndEndsTheLetter() {
    trying(
        (book, number) -> {
          InquiryLetter letter = book.print(number, null);
          book.post(number);
          book.undelivered(number, "あて所に尋ねあたらない");
          assertThat(letter.state()).isEqualTo(LetterState.UNDELIVERED);
          assertThat(letter.undeliveredReason()).contains("あて所に尋ねあたらない");
          assertThat(book.current(number)).isEmpty();
        });
  }

  @Test
  void whatNobodyAnsweredIsOverdue() {
    trying(
        (book, number) -> {
          InquiryLetter letter = book.print(number, null);
          book.post(number);
          book.remind(number);
          book.overdue(number);
          assertThat(letter.state()).isEqualTo(LetterState.OVERDUE);
          assertThat(letter.remindedAt()).isPresent();
        });
  }

  /** Whatever a program forgets, the table keeps to one current letter. */
  @Test
  void theTableHasOneCurrentLetterForACase() {
    try (EntityManager entities = TestDatabase.shared().entityManager()) {
      entities.getTransaction().begin();
      String number = StoredCase.of(entities, "PROXY");
      book(entities).print(number, null);
      assertThatExceptionOfType(PersistenceException.class)
          .isThrownBy(
              () ->
                  entities
                      .createNativeQuery(
                          "insert into madoguchi.inquiry_letter (code, reception_number, issue,"
                              + " state, reason, printed_by, printed_at, version)"
                              + " values ('0000-0000-00000', ?1, 2, 'PRINTED', 'x', 'clerk1',"
                              + " now(), 1)")
                      .setParameter(1, number)
                      .executeUpdate())
          .withMessageContaining("inquiry_letter_one_current");
      entities.getTransaction().rollback();
    }
  }

  private static void assertRefused(Runnable act, String code) {
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(act::run)
        .satisfies(refused -> assertThat(refused.problem().code()).isEqualTo(code));
  }

  private void trying(BiConsumer<LetterBook, String> trial) {
    try (EntityManager entities = TestDatabase.shared().entityManager()) {
      entities.getTransaction().begin();
      try {
        trial.accept(book(entities), StoredCase.of(entities, "PROXY"));
        entities.flush();
      } finally {
        entities.getTransaction().rollback();
      }
    }
  }

  private LetterBook book(EntityManager entities) {
    return new LetterBook(
        new JpaInquiryLetters(entities),
        clock,
        ActingAs.somebody("clerk1", "CLERK"),
        acts,
        settings);
  }
}
