package jp.madoguchi.issuance;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jp.madoguchi.transaction.NewTransaction;

/**
 * Looks every quarter of a minute, on each node, whether another one gave an authority its next
 * key, and whether the token answers: so that its state is known before somebody needs it.
 */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuthorityWatch {

  @Inject private Authorities authorities;
  @Inject private NewTransaction transaction;

  @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
  void look() {
    transaction.call(
        () -> {
          authorities.follow();
          return null;
        });
    authorities.proveTokens();
  }
}
