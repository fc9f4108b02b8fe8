package jp.madoguchi.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.function.Supplier;

/**
 * A transaction of its own, committed when the call returns: so that none is open while a card
 * works, or somebody outside is waited for.
 */
@ApplicationScoped
public class NewTransaction {

  @Transactional(TxType.REQUIRES_NEW)
  public <T> T call(Supplier<T> work) {
    return work.get();
  }

  /** What is only looked at needs no transaction, nor the two journeys that begin and end one. */
  @Transactional(TxType.NOT_SUPPORTED)
  public <T> T look(Supplier<T> work) {
    return work.get();
  }
}
