package jp.madoguchi.revocation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Optional;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.proxy.KeptDocument;

/** Who came: the holder, or whoever acts for them, by which document (R-PROXY-DOCS-1). */
@Embeddable
public class WhoCame {

  @Enumerated(EnumType.STRING)
  private Route route;

  @Column(name = "same_household")
  private boolean sameHousehold;

  @Column(name = "proxy_name")
  private String proxyName;

  @Column(name = "proxy_birth_date")
  private LocalDate proxyBirthDate;

  @Column(name = "proxy_address")
  private String proxyAddress;

  @Column(name = "proxy_relation")
  private String proxyRelation;

  @Embedded private KeptDocument document;

  protected WhoCame() {}

  /**
   * @param document of whoever acts for the holder; null where the holder is here
   */
  WhoCame(Asker asker, KeptDocument document) {
    this.route = asker.route();
    this.sameHousehold = asker.sameHousehold();
    if (asker.proxy() != null) {
      this.proxyName = asker.proxy().name();
      this.proxyBirthDate = asker.proxy().birthDate();
      this.proxyAddress = asker.proxy().address();
      this.proxyRelation = asker.proxy().relation();
      this.document = document;
    }
  }

  public Route route() {
    return route;
  }

  boolean sameHousehold() {
    return sameHousehold;
  }

  /** Who acted for the holder; empty where the holder came. */
  public Optional<String> proxyName() {
    return Optional.ofNullable(proxyName);
  }

  /** What they are to the holder, such as 配偶者. */
  public Optional<String> proxyRelation() {
    return Optional.ofNullable(proxyRelation);
  }

  public Optional<KeptDocument> document() {
    return Optional.ofNullable(document);
  }
}
