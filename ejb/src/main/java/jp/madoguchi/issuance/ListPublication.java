package jp.madoguchi.issuance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Publishes in a transaction of its own. */
@ApplicationScoped
public class ListPublication {

  private RevocationLists lists;

  protected ListPublication() {}

  @Inject
  public ListPublication(RevocationLists lists) {
    this.lists = lists;
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void publishDue(CertificateType type) {
    lists.publishDue(type);
  }
}
