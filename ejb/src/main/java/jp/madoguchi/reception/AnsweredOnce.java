package jp.madoguchi.reception;

import java.util.Optional;

/**
 * Remembers which case a request with an Idempotency-Key led to, in that request's own transaction.
 */
public interface AnsweredOnce {

  /** The case that the key led to before. */
  Optional<ReceptionNumber> find(String caller, String key);

  /**
   * Claims a key for what is no case, such as a request to revoke; of two requests with one key at
   * the same moment the second waits for the first.
   *
   * @param key the request's own, with a mark before it that no key of a case has
   * @param subject its key
   * @return the key that it led to before; empty: this request is the first
   */
  Optional<String> claim(String caller, String key, String subject);

  /** What is no case to which the key led before. */
  Optional<String> subject(String caller, String key);

  /**
   * Claims a key for a case. Of two requests with one key at the same moment the second waits for
   * the first.
   *
   * @return the case that the key led to before; empty: this request is the first
   */
  Optional<ReceptionNumber> claim(String caller, String key, ReceptionNumber number);
}
