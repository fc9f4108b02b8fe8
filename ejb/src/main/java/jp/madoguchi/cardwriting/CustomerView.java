package jp.madoguchi.cardwriting;

import java.util.List;
import jp.madoguchi.issuance.CertificateType;

/**
 * What the applicant sees; nothing personal but what is applied for.
 *
 * @param types the certificates of the case; those whose PIN is asked for in {@code PINS}
 * @param step how far the writing is, of {@code of}; while it stands still, what is done for sure
 * @param inUse while the writing stands still: what all certificates of the case have in common;
 *     else null
 */
public record CustomerView(Face state, List<CertificateType> types, int step, int of, InUse inUse) {

  /** The faces of the second screen. */
  public enum Face {
    IDLE,
    CONFIRM,
    PINS,
    WRITING,
    AUTHORITY_SLOW,
    DONE,
    NO_CARD,
    CARD_TORN,
    WRONG_CARD,
    OTHER_KIND,
    AUTHORITY_AWAY,
    /** For all that only the staff can mend. */
    FAULT
  }

  static CustomerView of(Face face, List<CertificateType> types) {
    return new CustomerView(face, types, 0, 0, null);
  }

  static CustomerView of(WritingStatus status) {
    List<WritingStatus.Line> lines = status.certificates();
    int going = lines.stream().mapToInt(WritingStatus.Line::step).sum();
    return new CustomerView(
        status.state().face(),
        lines.stream().map(WritingStatus.Line::type).toList(),
        status.fault().isPresent() ? status.done() : going,
        status.steps(),
        status.inUse().orElse(null));
  }
}
