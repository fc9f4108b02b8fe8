package jp.madoguchi.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import jp.madoguchi.issuance.ChosenSettings;
import jp.madoguchi.letter.InquiryLetter;
import jp.madoguchi.letter.LetterBook;
import jp.madoguchi.letter.jpa.JpaInquiryLetters;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.proxy.ProxyBook.Applicant;
import jp.madoguchi.proxy.jpa.JpaProxyRecords;
import jp.madoguchi.testing.ActingAs;
import jp.madoguchi.testing.MovableClock;
import jp.madoguchi.testing.RecordedActs;
import jp.madoguchi.testing.StoredCase;
import jp.madoguchi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** R-PROXY-DOCS-1, R-SAME-PROXY and R-MINIMUM on the real tables; each test takes all back. */
class ProxyBookTest {

  private static final ShownDocument LICENCE =
      new ShownDocument("DRIVING_LICENCE", null, LocalDate.of(2029, 3, 1), "45-1234-5678");
  private static final Applicant APPLICANT = new Applicant("見本\u3000一郎", LocalDate.of(1980, 2, 17));

  private final MovableClock clock = new MovableClock("2026-11-24T10:00");
  private final RecordedActs acts = new RecordedActs();
  private final ChosenSettings settings =
      new ChosenSettings().with("proxy.document-key", "ab".repeat(32));

  private static ProxyForm proxy(String name, LocalDate born, ShownDocument document) {
    return new ProxyForm(name, born, "神奈川県厚木市見本町1-1", "配偶者", document);
  }

  private static ProxyForm hanako(ShownDocument document) {
    return proxy("見本　花子", LocalDate.of(1982, 5, 4), document);
  }

  @Test
  void ofTheDocumentsNumberOnlyAHashAndItsEndAreKept() {
    trying(
        (entities, book) -> {
          String number = recorded(entities, book);
          Object[] row =
              (Object[])
                  entities
                      .createNativeQuery(
                          "select document_number_end, length(document_number_hash),"
                              + " proxy::text from madoguchi.proxy where reception_number = ?1")
                      .setParameter(1, number)
                      .getSingleResult();
          assertThat(row[0]).isEqualTo("5678");
          assertThat(row[1]).isEqualTo(32);
          assertThat(row[2].toString()).doesNotContain("4512345678");
          assertThat(acts.all().toString()).doesNotContain("12345678");
        });
  }

  @Test
  void theHashDependsOnTheKeyOfTheInstallation() {
    DocumentNumberHash one = new DocumentNumberHash(settings);
    DocumentNumberHash other =
        new DocumentNumberHash(new ChosenSettings().with("proxy.document-key", "cd".repeat(32)));
    assertThat(one.of(LICENCE)).isNotEqualTo(other.of(LICENCE)).hasSize(32);
    assertThat(one.of(LICENCE)).isEqualTo(new DocumentNumberHash(settings).of(LICENCE));
  }

  @Test
  void theSameNumberIsRecognisedHoweverItIsTyped() {
    trying(
        (entities, book) -> {
          String number = recorded(entities, book);
          assertThat(book.isSame(number, licence("４５ １２３４ ５６７８"))).isTrue();
          assertThat(book.isSame(number, licence("45-1234-5679"))).isFalse();
        });
  }

  @Test
  void theSameNumberOnAnotherKindOfDocumentIsAnotherDocument() {
    trying(
        (entities, book) -> {
          String number = recorded(entities, book);
          ShownDocument passport =
              new ShownDocument("PASSPORT", null, LocalDate.of(2029, 3, 1), "45-1234-5678");
          assertThat(book.isSame(number, passport)).isFalse();
        });
  }

  @Test
  void theProxyIsNotTheApplicant() {
    trying(
        (entities, book) ->
            assertRefused(
                () ->
                    book.record(
                        StoredCase.of(entities, "PROXY"),
                        ProxyKind.APPOINTED,
                        proxy("見本 一郎", LocalDate.of(1980, 2, 17), LICENCE),
                        APPLICANT),
                "proxy-is-applicant"));
  }

  /** A father and a son may bear one name. */
  @Test
  void aProxyOfTheSameNameWithAnotherBirthDateIsTaken() {
    trying(
        (entities, book) ->
            assertThat(
                    book.record(
                            StoredCase.of(entities, "PROXY"),
                            ProxyKind.APPOINTED,
                            proxy("見本　一郎", LocalDate.of(1955, 2, 17), LICENCE),
                            APPLICANT)
                        .name())
                .isEqualTo("見本　一郎"));
  }

  @Test
  void aDocumentIsOfAKnownKindWithAPhotoAndInDate() {
    trying(
        (entities, book) -> {
          assertNotTaken(entities, book, "LIBRARY_CARD", "2029-03-01", "document-kind-unknown");
          assertNotTaken(entities, book, "PASSPORT", "2026-11-23", "document-expired");
          assertNotTaken(entities, book, "PASSPORT", null, "document-expiry-missing");
          entities
              .createNativeQuery(
                  "update madoguchi.identity_document_kind set photo = false where code = 'PASSPORT'")
              .executeUpdate();
          entities.clear();
          assertNotTaken(entities, book, "PASSPORT", "2029-03-01", "document-not-accepted");
        });
  }

  @Test
  void aDocumentIsGoodOnItsLastDayAndWithoutOneWhereItHasNone() {
    trying(
        (entities, book) -> {
          assertThat(taken(entities, book, "PASSPORT", "2026-11-24")).isNotNull();
          assertThat(taken(entities, book, "DRIVING_RECORD", null).document().expiresOn())
              .isEmpty();
        });
  }

  @Test
  void anotherDocumentTakesTheApprovalOfAnotherPerson() {
    trying(
        (entities, book) -> {
          String number = returned(entities, book);
          ShownDocument passport =
              new ShownDocument("PASSPORT", null, LocalDate.of(2029, 3, 1), "TK1234567");
          assertRefused(() -> book.confirmSame(number, passport), "R-SAME-PROXY");
          assertRefused(
              () -> book.confirmByOtherDocument(number, passport, "clerk1"), "R-SECOND-PERSON");
          book.confirmByOtherDocument(number, passport, "supervisor1");
          assertThat(last(book, number).proxyConfirmed()).isTrue();
          assertThat(last(book, number).approvedBy()).contains("supervisor1");
        });
  }

  @Test
  void anotherPersonIsRecordedAndTheNextVisitBeginsAnew() {
    trying(
        (entities, book) -> {
          String number = returned(entities, book);
          book.otherPerson(number);
          assertThat(last(book, number).proxyConfirmed()).isFalse();
          assertThat(acts.names()).contains("return-visit.other-person");
          String letter = last(book, number).letterCode();
          book.open(number, letter);
          book.confirmSame(number, LICENCE);
          assertThat(book.visits(number)).hasSize(2);
          assertThat(last(book, number).proxyConfirmed()).isTrue();
        });
  }

  @Test
  void aFindingIsMadeOnceForEachVisit() {
    trying(
        (entities, book) -> {
          String number = returned(entities, book);
          book.confirmSame(number, LICENCE);
          assertRefused(() -> book.otherPerson(number), "changed-meanwhile");
          book.reply(number, ReplyFinding.UNSEALED, WayOn.NEW_LETTER);
          assertRefused(() -> book.reply(number, ReplyFinding.ACCEPTED, null), "changed-meanwhile");
        });
  }

  @Test
  void aRefusedReplyNamesItsWayOn() {
    trying(
        (entities, book) -> {
          String number = returned(entities, book);
          book.confirmSame(number, LICENCE);
          assertRefused(() -> book.reply(number, ReplyFinding.UNSIGNED, null), "form-incomplete");
          book.reply(number, ReplyFinding.UNSIGNED, WayOn.COME_AGAIN);
          assertThat(last(book, number).wayOn()).isEqualTo(Optional.of(WayOn.COME_AGAIN));
        });
  }

  private static ShownDocument licence(String number) {
    return new ShownDocument("DRIVING_LICENCE", null, LocalDate.of(2029, 3, 1), number);
  }

  private String recorded(EntityManager entities, ProxyBook book) {
    String number = StoredCase.of(entities, "PROXY");
    book.record(number, ProxyKind.APPOINTED, hanako(LICENCE), APPLICANT);
    entities.flush();
    return number;
  }

  private String returned(EntityManager entities, ProxyBook book) {
    String number = recorded(entities, book);
    LetterBook letters =
        new LetterBook(
            new JpaInquiryLetters(entities),
            clock,
            ActingAs.somebody("clerk1", "CLERK"),
            acts,
            settings);
    InquiryLetter letter = letters.print(number, null);
    letters.post(number);
    book.open(number, letter.code().value());
    entities.flush();
    return number;
  }

  private static ReturnVisit last(ProxyBook book, String number) {
    var visits = book.visits(number);
    return visits.get(visits.size() - 1);
  }

  private static Proxy taken(EntityManager entities, ProxyBook book, String kind, String expires) {
    ShownDocument shown =
        new ShownDocument(
            kind, null, expires == null ? null : LocalDate.parse(expires), "AB123456");
    return book.record(
        StoredCase.of(entities, "PROXY"), ProxyKind.APPOINTED, hanako(shown), APPLICANT);
  }

  private static void assertNotTaken(
      EntityManager entities, ProxyBook book, String kind, String expires, String code) {
    assertRefused(() -> taken(entities, book, kind, expires), code);
  }

  private static void assertRefused(Runnable act, String code) {
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(act::run)
        .satisfies(refused -> assertThat(refused.problem().code()).isEqualTo(code));
  }

  private interface Trial {
    void of(EntityManager entities, ProxyBook book);
  }

  private void trying(Trial trial) {
    Consumer<EntityManager> work =
        entities ->
            trial.of(
                entities,
                new ProxyBook(
                    new JpaProxyRecords(entities),
                    new DocumentNumberHash(settings),
                    clock,
                    ActingAs.somebody("clerk1", "CLERK"),
                    acts));
    try (EntityManager entities = TestDatabase.shared().entityManager()) {
      entities.getTransaction().begin();
      try {
        work.accept(entities);
      } finally {
        entities.getTransaction().rollback();
      }
    }
  }
}
