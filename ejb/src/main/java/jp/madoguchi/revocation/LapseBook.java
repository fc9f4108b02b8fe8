package jp.madoguchi.revocation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.issuance.CertificateSerialNumber;

/** Every lapse there was. */
public interface LapseBook {

  void add(Lapse lapse);

  Optional<Lapse> find(long id);

  /** Of whose holders are to be told, the one that waits longest first. */
  List<Lapse> due(int from, int limit);

  /** How many holders are to be told. */
  long countDue();

  /** Of these residents, whom nobody has told yet. */
  List<Lapse> dueOf(Set<Long> residents);

  /** All that the table said of a certificate and that is not done yet, oldest first. */
  List<LapsedCertificate> pending(CertificateSerialNumber serial);
}
