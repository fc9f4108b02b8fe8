package jp.madoguchi.issuance.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.RevocationList;

/** A certificate revocation list as it was published. */
@Entity
@Table(schema = "madoguchi", name = "revocation_list")
public class PublishedList {

  /** Type and number in one word, so that a number can be given once for each type. */
  @Id private String id;

  @Column(name = "key_id")
  private String keyId;

  private long number;

  @Enumerated(EnumType.STRING)
  private CertificateType type;

  @Column(name = "this_update")
  private Instant thisUpdate;

  @Column(name = "next_update")
  private Instant nextUpdate;

  private byte[] der;

  protected PublishedList() {}

  PublishedList(RevocationList list) {
    id = list.type().path() + "-" + list.number();
    keyId = list.keyId();
    number = list.number();
    type = list.type();
    thisUpdate = list.thisUpdate();
    nextUpdate = list.nextUpdate();
    der = list.der().clone();
  }

  RevocationList list() {
    return new RevocationList(type, keyId, number, thisUpdate, nextUpdate, der);
  }
}
