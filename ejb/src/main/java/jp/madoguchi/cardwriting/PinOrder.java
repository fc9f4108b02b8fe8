package jp.madoguchi.cardwriting;

import java.util.Map;
import jp.madoguchi.issuance.CertificateType;

/** Which PINs of which card a case changes or resets. */
public record PinOrder(String caseNumber, String cardSerial, Map<CertificateType, PinWay> ways) {

  public PinOrder {
    ways = Map.copyOf(ways);
    if (ways.isEmpty()) {
      throw new IllegalArgumentException("An order has one or two PINs");
    }
  }
}
