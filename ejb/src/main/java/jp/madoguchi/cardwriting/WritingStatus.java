package jp.madoguchi.cardwriting;

import java.util.List;
import java.util.Optional;
import jp.madoguchi.issuance.CertificateType;

/**
 * How a writing stands, for the screens.
 *
 * @param terminal where the case has its reader
 * @param fault why it does not go on; empty: it goes on, or is done
 */
public record WritingStatus(
    String receptionNumber,
    Optional<String> terminal,
    List<Line> certificates,
    Optional<WritingFault> fault) {

  /** How many steps each certificate takes; the last is reached when it is published. */
  public static final int STEPS = 5;

  /**
   * One certificate.
   *
   * @param step 0 (not begun) to {@value #STEPS}; what the card does in it stands in the bundle
   *     under {@code writing.step.<step>}
   */
  public record Line(CertificateType type, WritingState state, int step) {

    static Line of(CertificateWriting writing) {
      int step =
          switch (writing.state()) {
            case PLANNED, CANCELLED -> 0;
            case KEY_REQUESTED -> 1;
            case KEY_KNOWN -> 2;
            case CERTIFICATE_ISSUED, WRITTEN -> 3;
            case ACTIVATION_SENT -> 4;
            case ACTIVE -> STEPS;
          };
      return new Line(writing.type(), writing.state(), step);
    }
  }

  /** All that was ordered is on the card and published. */
  public boolean isDone() {
    return !certificates.isEmpty()
        && certificates.stream().allMatch(line -> line.state() == WritingState.ACTIVE);
  }
}
