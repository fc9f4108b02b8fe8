package jp.madoguchi.expiry.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import jp.madoguchi.expiry.EndingCertificate;
import jp.madoguchi.expiry.EndingCertificates;
import jp.madoguchi.expiry.EndingQuery;
import jp.madoguchi.expiry.EndingQuery.Standing;
import jp.madoguchi.issuance.CertificateSerialNumber;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.letter.LetterState;

/** Walks the index {@code certificate_ending} from where the page begins, and no further. */
@ApplicationScoped
public class StoredEndings implements EndingCertificates {

  private static final String SPOKEN_OF =
      "exists (select 1 from madoguchi.expiry_notice_certificate s where s.serial = c.serial and"
          + " s.counts)";
  private static final String APPLIED =
      "exists (select 1 from madoguchi.application a where a.resident_id = c.resident_id and"
          + " a.state = 'OPEN')";

  private static final String NOT_SPOKEN_OF =
      " from madoguchi.certificate c where c.state = 'VALID' and c.not_after >= ?1 and c.not_after"
          + " < ?2 and c.resident_id > ?3 and not "
          + SPOKEN_OF;

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  protected StoredEndings() {}

  public StoredEndings(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public List<EndingCertificate> find(EndingQuery query) {
    Query rows =
        entities
            .createNativeQuery(statement(query))
            .setParameter(1, at(query.from()))
            .setParameter(2, at(query.before()));
    if (query.after() != null) {
      rows.setParameter(3, at(query.after().notAfter()))
          .setParameter(4, new BigDecimal(query.after().serial().value()));
    }
    List<?> found = rows.setMaxResults(query.limit()).getResultList();
    return found.stream().map(row -> certificate((Object[]) row)).toList();
  }

  private static String statement(EndingQuery query) {
    return "select c.serial, c.type, c.state, c.resident_id, extract(epoch from c.not_after),"
        + " n.code, n.state, o.reception_number from madoguchi.certificate c"
        + " left join madoguchi.expiry_notice_certificate s on s.serial = c.serial and s.counts"
        + " left join madoguchi.expiry_notice n on n.code = s.code"
        + " left join madoguchi.application o on o.resident_id = c.resident_id"
        + " and o.state = 'OPEN'"
        + " where c.state in ('VALID', 'SUSPENDED') and c.not_after >= ?1 and c.not_after < ?2"
        + (query.after() == null ? "" : " and (c.not_after, c.serial) > (?3, ?4)")
        + (query.type() == null ? "" : " and c.type = '" + query.type().name() + "'")
        + condition(query.standing())
        + " order by c.not_after, c.serial";
  }

  private static String condition(Standing standing) {
    if (standing == null) {
      return "";
    }
    return switch (standing) {
      case NOTHING -> " and not " + SPOKEN_OF + " and not " + APPLIED;
      case NOTICED -> " and " + SPOKEN_OF;
      case APPLIED -> " and " + APPLIED;
    };
  }

  private static EndingCertificate certificate(Object[] row) {
    return new EndingCertificate(
        new CertificateSerialNumber(((BigDecimal) row[0]).toBigInteger()),
        CertificateType.valueOf((String) row[1]),
        row[2].equals("SUSPENDED"),
        ((Number) row[3]).longValue(),
        Instant.ofEpochSecond(((Number) row[4]).longValue()),
        (String) row[5],
        row[6] == null ? null : LetterState.valueOf((String) row[6]),
        (String) row[7]);
  }

  @Override
  public long count(Instant from, Instant before) {
    return number(
        entities
            .createNativeQuery(
                "select count(*) from madoguchi.certificate c where c.state in ('VALID',"
                    + " 'SUSPENDED') and c.not_after >= ?1 and c.not_after < ?2")
            .setParameter(1, at(from))
            .setParameter(2, at(before)));
  }

  @Override
  public List<Long> holders(Instant from, Instant before, long after, int limit) {
    List<?> found =
        holders(
                "select distinct c.resident_id" + NOT_SPOKEN_OF + " order by 1",
                from,
                before,
                after)
            .setMaxResults(limit)
            .getResultList();
    return found.stream().map(one -> ((Number) one).longValue()).toList();
  }

  @Override
  public int countHolders(Instant from, Instant before) {
    return Math.toIntExact(
        number(holders("select count(distinct c.resident_id)" + NOT_SPOKEN_OF, from, before, 0)));
  }

  private Query holders(String statement, Instant from, Instant before, long after) {
    return entities
        .createNativeQuery(statement)
        .setParameter(1, at(from))
        .setParameter(2, at(before))
        .setParameter(3, after);
  }

  private static long number(Query query) {
    return ((Number) query.getSingleResult()).longValue();
  }

  private static Object at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
