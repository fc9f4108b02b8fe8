package jp.madoguchi.issuance;

import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import jp.madoguchi.resident.Sex;
import jp.madoguchi.testing.KeysFromPrimes;

/** Orders of a resident of the city, with fresh keys. */
final class Orders {

  private static final AtomicLong NEXT = new AtomicLong(7_000_000);

  private Orders() {}

  static CertificateSubject aResident() {
    return new CertificateSubject(
        NEXT.getAndIncrement(),
        "試験\u3000花子",
        LocalDate.of(1980, 2, 17),
        Sex.FEMALE,
        "神奈川県厚木市見本町三丁目17番17号");
  }

  static CertificateSubject named(String name, String address) {
    CertificateSubject resident = aResident();
    return new CertificateSubject(
        resident.residentId(), name, resident.birthDate(), resident.sex(), address);
  }

  static CertificateOrder forSignature() {
    return order(CertificateType.SIGNATURE, aResident());
  }

  static CertificateOrder forAuthentication() {
    return order(CertificateType.USER_AUTHENTICATION, aResident());
  }

  static CertificateOrder order(CertificateType type, CertificateSubject subject) {
    return new CertificateOrder(
        type, aKey(), subject, LocalDate.of(2031, 2, 17), "T-" + NEXT.getAndIncrement());
  }

  static RSAPublicKey aKey() {
    return (RSAPublicKey) aKeyPair().getPublic();
  }

  static KeyPair aKeyPair() {
    return KeysFromPrimes.shared().next();
  }
}
