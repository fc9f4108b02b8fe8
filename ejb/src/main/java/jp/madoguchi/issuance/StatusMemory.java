package jp.madoguchi.issuance;

import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The certificates that were asked about last, as they stand, each with the answers that were
 * signed for it. Bounded; for one thread.
 */
final class StatusMemory {

  private final int most;

  private final Map<BigInteger, Kept> certificates =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<BigInteger, Kept> eldest) {
          return size() > most;
        }
      };

  /**
   * @param answers signed or just being signed, by how the request names the certificate
   */
  record Kept(Standing standing, Map<String, CompletableFuture<OcspAnswer>> answers) {

    Kept(Standing standing) {
      this(standing, new HashMap<>());
    }
  }

  StatusMemory(int most) {
    this.most = most;
  }

  /** Null where it is not kept. */
  Kept find(BigInteger serial) {
    return certificates.get(serial);
  }

  void keep(BigInteger serial, Kept kept) {
    certificates.put(serial, kept);
  }

  void forget(Collection<BigInteger> serials) {
    serials.forEach(certificates::remove);
  }

  void forgetAll() {
    certificates.clear();
  }

  int size() {
    return certificates.size();
  }
}
