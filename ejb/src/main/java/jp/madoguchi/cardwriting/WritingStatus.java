package jp.madoguchi.cardwriting;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.issuance.CertificateType;

/**
 * How a writing stands, for the screens.
 *
 * @param terminal where the case has its reader
 * @param state what the screens tell
 * @param authorityBack when the authority serves again, while it is out of service by plan
 */
public record WritingStatus(
    String receptionNumber,
    Optional<String> terminal,
    List<Line> certificates,
    ScreenState state,
    Optional<ZonedDateTime> authorityBack) {

  /** How many steps each certificate takes; the last is reached when it is published. */
  public static final int STEPS = 5;

  /**
   * One certificate.
   *
   * @param step in which it is, 0 (not begun) to {@value #STEPS}; what the card does in it stands
   *     in the bundle under {@code writing.step.<step>}
   * @param inUse what the holder can use of this type; told while the writing stands still
   */
  public record Line(CertificateType type, WritingState state, int step, Optional<InUse> inUse) {

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
      return new Line(writing.type(), writing.state(), step, Optional.empty());
    }

    Line with(InUse inUse) {
      return new Line(type, state, step, Optional.of(inUse));
    }

    /**
     * How many steps are done for sure: key, certificate, written, in use, published. What was sent
     * and not answered does not count.
     */
    public int done() {
      return switch (state) {
        case PLANNED, CANCELLED, KEY_REQUESTED -> 0;
        case KEY_KNOWN -> 1;
        case CERTIFICATE_ISSUED, ACTIVATION_SENT -> 2;
        case WRITTEN -> 3;
        case ACTIVE -> STEPS;
      };
    }
  }

  WritingStatus with(ScreenState other) {
    return new WritingStatus(receptionNumber, terminal, certificates, other, authorityBack);
  }

  /** Why it does not go on; empty: it goes on, has not begun, or is done. */
  public Optional<WritingFault> fault() {
    return state instanceof WritingFault fault ? Optional.of(fault) : Optional.empty();
  }

  /** All that was ordered is on the card and published. */
  public boolean isDone() {
    return state == CardCourse.DONE;
  }

  /** How many steps are done for sure, of {@link #steps()}. */
  public int done() {
    return certificates.stream().mapToInt(Line::done).sum();
  }

  public int steps() {
    return certificates.size() * STEPS;
  }

  /** What holds of every certificate; empty where they differ, or while it goes on. */
  public Optional<InUse> inUse() {
    List<Optional<InUse>> each = certificates.stream().map(Line::inUse).distinct().toList();
    return each.size() == 1 ? each.get(0) : Optional.empty();
  }
}
