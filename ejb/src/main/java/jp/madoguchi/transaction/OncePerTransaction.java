package jp.madoguchi.transaction;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Supplier;

/** What a transaction has asked once it need not ask again, until it changes it itself. */
@ApplicationScoped
public class OncePerTransaction {

  @Resource private TransactionSynchronizationRegistry transaction;

  /**
   * The answer of before, or else a new one; outside of a transaction always a new one.
   *
   * @param key unlike the key of any other question, such as a record of the asker's own
   */
  @SuppressWarnings("unchecked")
  public <T> T ask(Object key, Supplier<T> question) {
    if (transaction.getTransactionKey() == null) {
      return question.get();
    }
    T known = (T) transaction.getResource(key);
    if (known != null) {
      return known;
    }
    T answer = question.get();
    transaction.putResource(key, answer);
    return answer;
  }

  /** The transaction has changed what was asked. */
  public void forget(Object key) {
    if (transaction.getTransactionKey() != null) {
      transaction.putResource(key, null);
    }
  }
}
