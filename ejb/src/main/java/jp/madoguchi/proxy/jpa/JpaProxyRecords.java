package jp.madoguchi.proxy.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.proxy.IdentityDocumentKind;
import jp.madoguchi.proxy.Proxy;
import jp.madoguchi.proxy.ProxyRecords;
import jp.madoguchi.proxy.ReturnVisit;

/** Proxies, return visits and kinds of documents in the counter's own tables. */
@ApplicationScoped
public class JpaProxyRecords implements ProxyRecords {

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  protected JpaProxyRecords() {}

  public JpaProxyRecords(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void add(Proxy proxy) {
    entities.persist(proxy);
  }

  @Override
  public Optional<Proxy> find(String receptionNumber) {
    return Optional.ofNullable(entities.find(Proxy.class, receptionNumber));
  }

  @Override
  public void add(ReturnVisit visit) {
    entities.persist(visit);
  }

  @Override
  public List<ReturnVisit> visits(String receptionNumber) {
    return entities
        .createQuery(
            "select v from ReturnVisit v where v.receptionNumber = :number order by v.id",
            ReturnVisit.class)
        .setParameter("number", receptionNumber)
        .getResultList();
  }

  @Override
  public List<IdentityDocumentKind> kinds() {
    return entities
        .createQuery(
            "select k from IdentityDocumentKind k order by k.place, k.code",
            IdentityDocumentKind.class)
        .getResultList();
  }

  @Override
  public Optional<IdentityDocumentKind> kind(String code) {
    return Optional.ofNullable(entities.find(IdentityDocumentKind.class, code));
  }

  @Override
  public void add(IdentityDocumentKind kind) {
    entities.persist(kind);
  }
}
