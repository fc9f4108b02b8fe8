package jp.madoguchi.expiry.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.expiry.NoticeBundles;

/** Bundles in the table {@code expiry_bundle}. */
@ApplicationScoped
public class StoredBundles implements NoticeBundles {

  private static final String ALL =
      "select b.id, b.run_id, extract(epoch from b.printed_at), count(n.code),"
          + " count(n.code) filter (where n.state = 'PRINTED'), b.settled_at is not null"
          + " from madoguchi.expiry_bundle b"
          + " left join madoguchi.expiry_notice n on n.bundle_id = b.id ";
  private static final String GROUPED = "group by b.id order by b.settled_at is not null, ";

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  protected StoredBundles() {}

  public StoredBundles(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public long open(long run, Instant at) {
    return ((Number)
            entities
                .createNativeQuery(
                    "insert into madoguchi.expiry_bundle (run_id, printed_at, pdf)"
                        + " values (?1, ?2, '') returning id")
                .setParameter(1, run)
                .setParameter(2, at.atOffset(ZoneOffset.UTC))
                .getSingleResult())
        .longValue();
  }

  @Override
  public void keep(long bundle, byte[] pdf) {
    entities
        .createNativeQuery("update madoguchi.expiry_bundle set pdf = ?2 where id = ?1")
        .setParameter(1, bundle)
        .setParameter(2, pdf)
        .executeUpdate();
  }

  @Override
  public Optional<byte[]> pdf(long bundle) {
    List<?> found =
        entities
            .createNativeQuery(
                "select pdf from madoguchi.expiry_bundle where id = ?1 and pdf is not null")
            .setParameter(1, bundle)
            .getResultList();
    return found.stream().findFirst().map(byte[].class::cast);
  }

  @Override
  public void settle(long bundle, Instant at) {
    entities
        .createNativeQuery(
            "update madoguchi.expiry_bundle set settled_at = ?2, pdf = null where id = ?1")
        .setParameter(1, bundle)
        .setParameter(2, at.atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }

  @Override
  public Optional<Bundle> find(long bundle) {
    List<?> found =
        entities
            .createNativeQuery(ALL + "where b.id = ?1 " + GROUPED + "b.id")
            .setParameter(1, bundle)
            .getResultList();
    return found.stream().findFirst().map(row -> bundle((Object[]) row));
  }

  @Override
  public List<Bundle> newest(int limit) {
    List<?> found =
        entities
            .createNativeQuery(
                ALL
                    + "where b.id in (select id from madoguchi.expiry_bundle order by settled_at is"
                    + " not null, id desc limit "
                    + limit
                    + ") "
                    + GROUPED
                    + "case when b.settled_at is null then b.id else -b.id end")
            .getResultList();
    return found.stream().map(row -> bundle((Object[]) row)).toList();
  }

  private static Bundle bundle(Object[] row) {
    return new Bundle(
        ((Number) row[0]).longValue(),
        ((Number) row[1]).longValue(),
        Instant.ofEpochSecond(((Number) row[2]).longValue()),
        ((Number) row[3]).intValue(),
        ((Number) row[4]).intValue(),
        (Boolean) row[5]);
  }
}
