package jp.madoguchi.testing;

import jakarta.persistence.EntityManager;
import java.util.concurrent.atomic.AtomicLong;
import jp.madoguchi.reception.ReceptionNumber;

/** Rows of a resident and an open application, for tables that belong to a case. */
public final class StoredCase {

  private static final AtomicLong NEXT = new AtomicLong(1);

  private StoredCase() {}

  /** The reception number of an open application of somebody of their own, in this transaction. */
  public static String of(EntityManager entities, String route) {
    long running = NEXT.getAndIncrement();
    String number = ReceptionNumber.of(2019, running).value();
    Object resident =
        entities
            .createNativeQuery(
                "insert into madoguchi.resident (register_number, name, name_key, kana, kana_key,"
                    + " birth_date, sex, postal_code, address, status) values (?1, '見本　一郎', '見本一郎',"
                    + " 'ミホン　イチロウ', 'ミホンイチロー', date '1980-02-17', 1, '2430018',"
                    + " '神奈川県厚木市見本町3丁目', 'RESIDENT') returning id")
            .setParameter(1, "STORED-" + running)
            .getSingleResult();
    entities
        .createNativeQuery(
            "insert into madoguchi.application (reception_number, resident_id, kind, route,"
                + " signature, user_authentication, contact, fee_yen, state, received_at,"
                + " received_by, holder, version) values (?1, ?2, 'NEW', ?3, true, true, '', 0,"
                + " 'OPEN', timestamptz '2026-11-24 10:00+09', 'clerk1', 'clerk1', 1)")
        .setParameter(1, number)
        .setParameter(2, resident)
        .setParameter(3, route)
        .executeUpdate();
    return number;
  }
}
