package jp.madoguchi.cardwriting;

import java.util.List;
import jp.madoguchi.issuance.CertificateType;

/**
 * What the applicant sees; nothing personal but what is applied for.
 *
 * @param types the certificates of the case; those whose PIN is asked for in {@code PINS}
 * @param step how far the writing is, of {@code of}
 */
public record CustomerView(Face state, List<CertificateType> types, int step, int of) {

  /** The faces of the second screen. */
  public enum Face {
    IDLE,
    CONFIRM,
    PINS,
    WRITING,
    DONE,
    FAULT
  }

  static CustomerView of(Face face, List<CertificateType> types) {
    return new CustomerView(face, types, 0, 0);
  }
}
