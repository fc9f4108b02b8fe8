package jp.madoguchi.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for a few minutes which credentials were right, so that a program which sends them with
 * each request does not pay for PBKDF2 each time. They are kept under a hash with a key that never
 * leaves this process. A change of standing drops them here at once; on another node of a cluster
 * they end with their minutes.
 */
@ApplicationScoped
public class VerifiedCredentials {

  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final int MOST = 10_000;

  private record Remembered(Caller caller, long untilNanos) {}

  private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();
  private final Object[] comparing = new Object[64];
  private final SecretKeySpec key;
  private final LongSupplier nanos;

  public VerifiedCredentials() {
    this(System::nanoTime);
  }

  VerifiedCredentials(LongSupplier nanos) {
    this.nanos = nanos;
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, "HmacSHA256");
    Arrays.setAll(comparing, i -> new Object());
  }

  /** Whose credentials these are, from memory or else by comparing, once for all who wait. */
  public Optional<Caller> verify(
      String name, char[] secret, Supplier<Optional<Caller>> comparison) {
    String hash = hash(name, secret);
    Optional<Caller> known = recall(hash);
    if (known.isPresent()) {
      return known;
    }
    synchronized (comparing[Math.floorMod(hash.hashCode(), comparing.length)]) {
      return recall(hash)
          .or(
              () -> {
                Optional<Caller> caller = comparison.get();
                caller.ifPresent(right -> remember(hash, right));
                return caller;
              });
    }
  }

  void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) StandingChanged change) {
    remembered.values().removeIf(entry -> entry.caller().name().equals(change.login()));
  }

  private Optional<Caller> recall(String hash) {
    Remembered entry = remembered.get(hash);
    if (entry == null) {
      return Optional.empty();
    }
    if (entry.untilNanos() - nanos.getAsLong() <= 0) {
      remembered.remove(hash, entry);
      return Optional.empty();
    }
    return Optional.of(entry.caller());
  }

  private void remember(String hash, Caller caller) {
    if (remembered.size() >= MOST) {
      remembered.clear();
    }
    remembered.put(hash, new Remembered(caller, nanos.getAsLong() + KEPT.toNanos()));
  }

  private String hash(String name, char[] secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(name.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      mac.update(new String(secret).getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
