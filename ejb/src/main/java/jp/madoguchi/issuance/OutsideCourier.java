package jp.madoguchi.issuance;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jp.madoguchi.issuance.jpa.OutsideRepository;
import jp.madoguchi.transaction.NewTransaction;

/**
 * Goes on by itself with what was asked for outside and what has to be told there, whether or not a
 * card lies on a reader. What is due, each request says itself.
 */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OutsideCourier {

  private static final int AT_A_TIME = 50;

  @Inject private OutsideLine line;
  @Inject private OutsideRepository requests;
  @Inject private OutsideExchange exchange;
  @Inject private OutsideRevocations revocations;
  @Inject private NewTransaction transaction;

  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
  void carry() {
    if (line.present() && !line.rests()) {
      transaction.call(() -> requests.open(AT_A_TIME)).forEach(exchange::goOn);
      revocations.tell();
    }
  }
}
