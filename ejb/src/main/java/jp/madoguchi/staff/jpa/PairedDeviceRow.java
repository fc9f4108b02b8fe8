package jp.madoguchi.staff.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import jp.madoguchi.staff.PairedDevice;

/** A pairing, or the one-time code that becomes one. */
@Entity
@Table(schema = "madoguchi", name = "paired_device")
public class PairedDeviceRow {

  @Id
  @Column(name = "token_hash")
  private String tokenHash;

  @Enumerated(EnumType.STRING)
  private PairedDevice.Kind kind;

  private String terminal;

  @Column(name = "paired_by")
  private String pairedBy;

  private boolean redeemed;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected PairedDeviceRow() {}

  PairedDeviceRow(
      String tokenHash, PairedDevice device, String pairedBy, boolean redeemed, Instant expiresAt) {
    this.tokenHash = tokenHash;
    this.kind = device.kind();
    this.terminal = device.terminal();
    this.pairedBy = pairedBy;
    this.redeemed = redeemed;
    this.expiresAt = expiresAt;
  }

  PairedDevice device() {
    return new PairedDevice(kind, terminal);
  }

  String pairedBy() {
    return pairedBy;
  }

  boolean redeemed() {
    return redeemed;
  }

  boolean ended(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
