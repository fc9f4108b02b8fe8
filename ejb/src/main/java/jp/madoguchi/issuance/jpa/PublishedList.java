package jp.madoguchi.issuance.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.ListScope;
import jp.madoguchi.issuance.RevocationList;

/** A certificate revocation list as it was published, without its bytes. */
@Entity
@Table(schema = "madoguchi", name = "revocation_list")
public class PublishedList {

  @Id private String id;

  @Column(name = "key_id")
  private String keyId;

  private long number;

  @Enumerated(EnumType.STRING)
  private CertificateType type;

  @Column(name = "list_partition")
  private Integer partition;

  @Column(name = "this_update")
  private Instant thisUpdate;

  @Column(name = "next_update")
  private Instant nextUpdate;

  private Integer entries;

  private long size;

  private boolean newest;

  protected PublishedList() {}

  PublishedList(RevocationList list, int entries) {
    id = list.id();
    keyId = list.keyId();
    number = list.number();
    type = list.scope().type();
    partition = list.scope().partition().orElse(null);
    thisUpdate = list.thisUpdate();
    nextUpdate = list.nextUpdate();
    this.entries = entries;
    size = list.size();
    newest = true;
  }

  RevocationList list() {
    return new RevocationList(
        new ListScope(type, Optional.ofNullable(partition)),
        keyId,
        number,
        thisUpdate,
        nextUpdate,
        size);
  }
}
