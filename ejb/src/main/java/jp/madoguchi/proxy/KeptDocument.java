package jp.madoguchi.proxy;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Optional;

/** What is kept of an identity document (R-MINIMUM). */
@Embeddable
public class KeptDocument {

  @Column(name = "document_kind")
  private String kind;

  @Column(name = "document_expires_on")
  private LocalDate expiresOn;

  @Column(name = "document_number_hash")
  private byte[] numberHash;

  @Column(name = "document_number_end")
  private String numberEnd;

  protected KeptDocument() {}

  KeptDocument(ShownDocument shown, byte[] numberHash) {
    this.kind = shown.kind();
    this.expiresOn = shown.expiresOn();
    this.numberHash = numberHash.clone();
    this.numberEnd = shown.end();
  }

  boolean isSameAs(KeptDocument other) {
    return kind.equals(other.kind) && MessageDigest.isEqual(numberHash, other.numberHash);
  }

  public String kind() {
    return kind;
  }

  public Optional<LocalDate> expiresOn() {
    return Optional.ofNullable(expiresOn);
  }

  /** The number's last characters, four at most. */
  public String numberEnd() {
    return numberEnd;
  }
}
