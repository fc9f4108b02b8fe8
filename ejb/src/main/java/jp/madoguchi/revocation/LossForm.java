package jp.madoguchi.revocation;

import static jp.madoguchi.revocation.RequestForm.require;

import java.util.List;
import java.util.Objects;
import jp.madoguchi.problem.Problem;

/**
 * The report of a lost card as it is taken, by phone or at the counter.
 *
 * @param cardSerial null for the one card of the resident that is good
 * @param reporterName who reports it, where it is not the holder
 * @param identityCheck by what the clerk knows who reports it: a paper, or three answers. A hold
 *     can be lifted again, so that it takes less than a revocation
 * @param circumstances when and where, in words
 * @param policeNumber the police's number of the report; empty where there is none
 */
public record LossForm(
    long residentId,
    String cardSerial,
    Channel channel,
    Reporter reporter,
    String reporterName,
    List<IdentityCheck> identityCheck,
    String circumstances,
    String policeNumber) {

  private static final int ANSWERS = 3;

  /** How the report came in. */
  public enum Channel {
    PHONE,
    COUNTER
  }

  /** Who reports it. */
  public enum Reporter {
    HOLDER,
    LEGAL_REPRESENTATIVE,
    FAMILY,
    /** Who found it, for example. */
    OTHER
  }

  /** What was asked and answered rightly, or seen. */
  public enum IdentityCheck {
    BIRTH_DATE,
    ADDRESS,
    HOUSEHOLD,
    CARD_RECEIVED,
    CERTIFICATE_USE,
    PHONE_NUMBER,
    /** An identity document with a photo, at the counter only. */
    PHOTO_ID
  }

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code form-incomplete}, naming the field;
   *     {@code reporter-name-missing}, {@code identity-not-checked}
   */
  public LossForm {
    identityCheck =
        identityCheck == null ? List.of() : identityCheck.stream().distinct().sorted().toList();
    reporterName = Objects.requireNonNullElse(reporterName, "").strip();
    circumstances = Objects.requireNonNullElse(circumstances, "").strip();
    policeNumber = Objects.requireNonNullElse(policeNumber, "").strip();
    require(channel != null, "channel");
    require(reporter != null, "reporter");
    if (reporter == Reporter.HOLDER) {
      reporterName = "";
    }
    if (reporter != Reporter.HOLDER && (reporterName.isEmpty() || reporterName.length() > 100)) {
      throw Problem.refused("reporter-name-missing").asException();
    }
    if (!identified(channel, identityCheck)) {
      throw Problem.refused("identity-not-checked", ANSWERS).asException();
    }
    require(!circumstances.isEmpty() && circumstances.length() <= 500, "circumstances");
    require(policeNumber.length() <= 40, "policeNumber");
  }

  private static boolean identified(Channel channel, List<IdentityCheck> checked) {
    boolean seen = checked.contains(IdentityCheck.PHOTO_ID);
    return seen ? channel == Channel.COUNTER : checked.size() >= ANSWERS;
  }
}
