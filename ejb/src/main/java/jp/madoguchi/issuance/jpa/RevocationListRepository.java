package jp.madoguchi.issuance.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.ListScope;
import jp.madoguchi.issuance.RevocationList;
import jp.madoguchi.issuance.RevokedEntry;

/** The published lists, and what the next one has to say. */
@ApplicationScoped
public class RevocationListRepository {

  /** Any fixed number that no other part uses: one node at a time makes lists of a type. */
  private static final int PUBLICATION = 0x43524C;

  private static final int PAGE = 10_000;

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  protected RevocationListRepository() {}

  public RevocationListRepository(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Whether nobody else makes lists of that type; then nobody does until this transaction ends. It
   * is not the authority's row that is held: planning a certificate has to go on meanwhile.
   */
  public boolean tryLock(CertificateType type) {
    return (Boolean)
        entities
            .createNativeQuery("select pg_try_advisory_xact_lock(?, ?)")
            .setParameter(1, PUBLICATION)
            .setParameter(2, type.ordinal())
            .getSingleResult();
  }

  /** The newest list of each key and scope. */
  public List<RevocationList> newest(CertificateType type) {
    return entities
        .createQuery(
            "select l from PublishedList l where l.type = :type and l.newest = true",
            PublishedList.class)
        .setParameter("type", type)
        .getResultStream()
        .map(PublishedList::list)
        .toList();
  }

  /** Zero before the first list. */
  public long lastNumber(CertificateType type) {
    return entities
        .createQuery(
            "select coalesce(max(l.number), 0) from PublishedList l where l.type = :type",
            Long.class)
        .setParameter("type", type)
        .getSingleResult();
  }

  /** Takes the place of the list before it; the parts follow. */
  public void add(RevocationList list, int entries) {
    String which = list.scope().partition().isPresent() ? "= ?2" : "is null";
    var former =
        entities
            .createNativeQuery(
                "update madoguchi.revocation_list set newest = false"
                    + " where newest and key_id = ?1 and list_partition "
                    + which)
            .setParameter(1, list.keyId());
    list.scope().partition().ifPresent(partition -> former.setParameter(2, partition));
    former.executeUpdate();
    entities.persist(new PublishedList(list, entries));
    entities.flush();
  }

  public void addPart(RevocationList list, int position, byte[] bytes) {
    entities
        .createNativeQuery(
            "insert into madoguchi.revocation_list_part (list, position, bytes) values (?, ?, ?)")
        .setParameter(1, list.id())
        .setParameter(2, position)
        .setParameter(3, bytes)
        .executeUpdate();
  }

  /** The bytes of replaced lists, except those that somebody may still be fetching. */
  public void forgetParts(CertificateType type, Instant publishedBefore) {
    entities
        .createNativeQuery(
            "delete from madoguchi.revocation_list_part p using madoguchi.revocation_list l"
                + " where l.id = p.list and l.type = ? and not l.newest and l.this_update < ?")
        .setParameter(1, type.name())
        .setParameter(2, java.sql.Timestamp.from(publishedBefore))
        .executeUpdate();
  }

  /** Whether something was revoked, suspended or reinstated that no list has said yet. */
  public boolean pending(CertificateType type) {
    return !entities
        .createQuery(
            "select c.serial from StoredCertificate c where c.type = :type and c.listPending = true",
            Object.class)
        .setParameter("type", type)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /**
   * What is pending is said by the lists that the same transaction makes.
   *
   * @return the partitions of what was pending, whose lists have to be among them
   */
  public Set<Integer> clearPending(CertificateType type) {
    List<?> partitions =
        entities
            .createNativeQuery(
                "with said as (update madoguchi.certificate set list_pending = false"
                    + " where type = ? and list_pending returning list_partition)"
                    + " select distinct list_partition from said where list_partition is not null")
            .setParameter(1, type.name())
            .getResultList();
    return partitions.stream().map(Integer.class::cast).collect(Collectors.toSet());
  }

  /**
   * All of ours that are revoked or suspended and end after the given time, by serial, page by
   * page. What changes between two pages is pending then, and said by the next list.
   */
  public void revoked(ListScope scope, Instant endingAfter, Consumer<List<RevokedEntry>> pages) {
    String which = scope.partition().isPresent() ? " and c.listPartition = :partition" : "";
    BigInteger last = BigInteger.ZERO;
    List<RevokedEntry> page;
    do {
      TypedQuery<RevokedEntry> query =
          entities
              .createQuery(
                  "select new jp.madoguchi.issuance.RevokedEntry(c.serial, c.revokedAt, c.reason)"
                      + " from StoredCertificate c where c.type = :type"
                      + " and c.revokedAt is not null and c.notAfter > :ending"
                      + " and c.outsideKeyId is null"
                      + " and c.serial > :last"
                      + which
                      + " order by c.serial",
                  RevokedEntry.class)
              .setParameter("type", scope.type())
              .setParameter("ending", endingAfter)
              .setParameter("last", last)
              .setMaxResults(PAGE);
      scope.partition().ifPresent(partition -> query.setParameter("partition", partition));
      page = query.getResultList();
      pages.accept(page);
      last = page.isEmpty() ? last : page.get(page.size() - 1).serial();
    } while (page.size() == PAGE);
  }
}
