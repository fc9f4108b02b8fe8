package jp.madoguchi.cardwriting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.function.Supplier;

/**
 * A milestone's own transaction: committed before the card is sent what follows, so that none is
 * open while the card works.
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
