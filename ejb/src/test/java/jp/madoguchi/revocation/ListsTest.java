package jp.madoguchi.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntConsumer;
import jp.madoguchi.resident.RecordChange;
import jp.madoguchi.revocation.RevocationOffice.Holder;
import jp.madoguchi.testing.CountedStatements;
import org.junit.jupiter.api.Test;

/** A long list costs the database as many statements as a short one. */
class ListsTest {

  private static final int SHORT = 2;
  private static final int LONG = 8;

  @Test
  void ofRequests() {
    RevocationOffice.at(
        office -> {
          for (int i = 0; i < LONG; i++) {
            Holder holder = office.holder();
            holder.asksToRevoke(RequestKind.NO_LONGER_WANTED, holder.serials.get(0));
          }
          costTheSame(
              office, 4, rows -> assertThat(office.requestFile.newest(0, rows)).hasSize(rows));
        });
  }

  @Test
  void ofLostCards() {
    RevocationOffice.at(
        office -> {
          Holder last = null;
          for (int i = 0; i < LONG; i++) {
            last = office.holder();
            last.losesTheCard();
          }
          long resident = last.resident;
          costTheSame(office, 6, rows -> assertThat(office.lossFile.held(0, rows)).hasSize(rows));
          assertThat(
                  CountedStatements.of(
                      office.entities,
                      () -> assertThat(office.lossFile.ofResident(resident)).hasSize(1)))
              .isEqualTo(6);
        });
  }

  @Test
  void ofLostCardsThatEnded() {
    RevocationOffice.at(
        office -> {
          for (int i = 0; i < LONG; i++) {
            Holder holder = office.holder();
            holder.neverFindsIt(holder.losesTheCard(), LossEnding.NOT_FOUND);
          }
          costTheSame(office, 6, rows -> assertThat(office.lossFile.ended(0, rows)).hasSize(rows));
        });
  }

  @Test
  void ofHoldersToTell() {
    RevocationOffice.at(
        office -> {
          for (int i = 0; i < LONG; i++) {
            office.holder().changes(RecordChange.ADDRESS);
          }
          costTheSame(
              office,
              2,
              rows ->
                  assertThat(office.lapseBook.due(0, rows))
                      .hasSize(rows)
                      .allSatisfy(one -> assertThat(one.certificates()).isNotEmpty()));
        });
  }

  private static void costTheSame(RevocationOffice office, int statements, IntConsumer reading) {
    for (int rows : new int[] {SHORT, LONG}) {
      assertThat(CountedStatements.of(office.entities, () -> reading.accept(rows)))
          .as("statements for %d rows", rows)
          .isEqualTo(statements);
    }
  }
}
