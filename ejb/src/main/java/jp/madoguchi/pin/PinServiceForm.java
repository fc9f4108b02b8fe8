package jp.madoguchi.pin;

import java.util.EnumMap;
import java.util.Map;
import jp.madoguchi.cardwriting.PinWay;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.problem.Problem;

/**
 * What a holder asks for.
 *
 * @param signature what is done with the 署名用 PIN; null: nothing
 * @param userAuthentication what is done with the 利用者証明用 PIN; null: nothing
 * @param route who stands at the counter
 * @param representative the legal representative's name; null for the holder in person
 * @param sameHousehold whether the representative lives in the holder's household (R-LEGAL-REP)
 */
public record PinServiceForm(
    long residentId,
    String cardSerial,
    PinWay signature,
    PinWay userAuthentication,
    Route route,
    String representative,
    boolean sameHousehold) {

  private static final int LONGEST_NAME = 100;

  /** What is done with each PIN. */
  public Map<CertificateType, PinWay> ways() {
    Map<CertificateType, PinWay> ways = new EnumMap<>(CertificateType.class);
    if (signature != null) {
      ways.put(CertificateType.SIGNATURE, signature);
    }
    if (userAuthentication != null) {
      ways.put(CertificateType.USER_AUTHENTICATION, userAuthentication);
    }
    return ways;
  }

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code pin-service-none}, {@code
   *     form-incomplete}
   */
  PinServiceForm requireWhole() {
    if (ways().isEmpty()) {
      throw Problem.refused("pin-service-none").asException();
    }
    if (route == null) {
      throw Problem.refused("form-incomplete", "route").asException();
    }
    boolean named =
        representative != null
            && !representative.isBlank()
            && representative.strip().length() <= LONGEST_NAME;
    if (route == Route.LEGAL_REPRESENTATIVE && !named) {
      throw Problem.refused("form-incomplete", "representative").asException();
    }
    return this;
  }
}
