package jp.madoguchi.revocation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.issuance.CertificateSerialNumber;

/** Every request to revoke, and what was done for requests and lost cards. */
public interface RequestBook {

  /** A number for a new request; one that is not used in the end is lost. */
  long nextNumber();

  void add(RevocationRequest request);

  Optional<RevocationRequest> find(long id);

  /** The newest first. */
  List<RevocationRequest> newest(int from, int limit);

  /** A resident's, the newest first. */
  List<RevocationRequest> ofResident(long residentId);

  void add(StatusAct act);

  /** What became of certificates by these requests or lost cards, in the order of the acts. */
  List<StatusAct> acts(Collection<String> subjects);

  /** The last act on a certificate by any request or lost card. */
  Optional<StatusAct> lastOn(CertificateSerialNumber serial);
}
