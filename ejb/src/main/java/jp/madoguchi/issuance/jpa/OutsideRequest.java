package jp.madoguchi.issuance.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import jp.madoguchi.issuance.CertificateOrder;
import jp.madoguchi.issuance.CertificateSerialNumber;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.OutsideState;
import jp.madoguchi.issuance.cmp.CmpTransaction;

/**
 * A certificate that was asked for outside. What is sent next follows from its state, under the
 * transaction that it keeps; nothing that was not confirmed counts, so that a request that was sent
 * twice gives one certificate.
 */
@Entity
@Table(schema = "madoguchi", name = "outside_request")
public class OutsideRequest {

  /** A claim of a node that was killed runs out after this. */
  private static final Duration CLAIM = Duration.ofMinutes(1);

  /** Beyond it the office's clock was moved back, and the time says nothing. */
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private static final int MOST_RESTARTS = 3;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "outside_request")
  @SequenceGenerator(
      name = "outside_request",
      schema = "madoguchi",
      sequenceName = "outside_request_seq",
      allocationSize = 50)
  private long id;

  @Enumerated(EnumType.STRING)
  private CertificateType type;

  @Column(name = "resident_id")
  private long residentId;

  @Column(name = "reception_number")
  private String receptionNumber;

  @Column(name = "key_hash")
  private byte[] keyHash;

  private byte[] template;

  @Column(name = "transaction_id")
  private byte[] transactionId;

  @Column(name = "peer_nonce")
  private byte[] peerNonce;

  @Enumerated(EnumType.STRING)
  private OutsideState state;

  private boolean withdrawn;
  private byte[] certificate;
  private String fault;
  private BigInteger serial;
  private int restarts;
  private int tries;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Column(name = "next_at")
  private Instant nextAt;

  @Column(name = "claimed_until")
  private Instant claimedUntil;

  protected OutsideRequest() {}

  public OutsideRequest(CertificateOrder order, byte[] keyHash, byte[] template, Instant now) {
    this.type = order.type();
    this.residentId = order.subject().residentId();
    this.receptionNumber = order.receptionNumber();
    this.keyHash = keyHash.clone();
    askAnew(template, now);
  }

  /** What was refused is asked for once more, as somebody at the counter wishes. */
  public void askAnew(byte[] wanted, Instant now) {
    template = wanted.clone();
    restarts = 0;
    tries = 0;
    askedAt = now;
    begin(now);
  }

  private void begin(Instant next) {
    transactionId = CmpTransaction.begin().id();
    peerNonce = null;
    certificate = null;
    fault = null;
    state = OutsideState.ASKED;
    nextAt = next;
  }

  /** Whether this caller may speak for it now; nobody else may before the answer is noted. */
  public boolean claim(Instant now) {
    boolean claimed = isAhead(claimedUntil, now, CLAIM);
    if (state.isOver() || claimed || isAhead(nextAt, now, LONGEST_PAUSE)) {
      return false;
    }
    claimedUntil = now.plus(CLAIM);
    return true;
  }

  private static boolean isAhead(Instant time, Instant now, Duration most) {
    return time != null && time.isAfter(now) && !time.isAfter(now.plus(most));
  }

  /** An answer came, or none: the next one may speak. */
  public void answered(byte[] nonce) {
    claimedUntil = null;
    if (nonce != null) {
      peerNonce = nonce.clone();
    }
  }

  public void waitUntil(Instant next) {
    if (state == OutsideState.ASKED) {
      state = OutsideState.WAITING;
    }
    tries = 0;
    nextAt = next;
  }

  /** The same message again, each time after a longer pause, up to a minute. */
  public void tryLater(Instant now) {
    tries++;
    nextAt = now.plusSeconds(Math.min(60, 1L << Math.min(tries, 6)));
  }

  /** The transaction is lost with whatever it offered, since that was never confirmed. */
  public void startOver(String why, Instant now) {
    if (++restarts > MOST_RESTARTS) {
      refuse(why);
    } else {
      begin(now.plusSeconds(1L << restarts));
    }
  }

  public void offer(byte[] der, Instant now) {
    certificate = der.clone();
    state = OutsideState.OFFERED;
    nextAt = now;
  }

  public void unfit(byte[] der, String why, Instant now) {
    certificate = der.clone();
    fault = why;
    state = OutsideState.UNFIT;
    nextAt = now;
  }

  public void refuse(String why) {
    fault = why;
    state = withdrawn ? OutsideState.WITHDRAWN : OutsideState.REFUSED;
  }

  public void done(CertificateSerialNumber issued) {
    serial = issued.value();
    state = OutsideState.DONE;
  }

  /** Its key is lost, or its case: what comes is rejected. */
  public void withdraw() {
    withdrawn = true;
    if (state == OutsideState.REFUSED) {
      state = OutsideState.WITHDRAWN;
    }
  }

  public boolean isFor(CertificateOrder order) {
    return type == order.type()
        && residentId == order.subject().residentId()
        && receptionNumber.equals(order.receptionNumber());
  }

  public long id() {
    return id;
  }

  public CertificateType type() {
    return type;
  }

  public long residentId() {
    return residentId;
  }

  public String receptionNumber() {
    return receptionNumber;
  }

  public byte[] keyHash() {
    return keyHash.clone();
  }

  public byte[] template() {
    return template.clone();
  }

  public CmpTransaction transaction() {
    return new CmpTransaction(transactionId.clone(), peerNonce == null ? null : peerNonce.clone());
  }

  public OutsideState state() {
    return state;
  }

  public boolean withdrawn() {
    return withdrawn;
  }

  public byte[] certificate() {
    return certificate.clone();
  }

  public String fault() {
    return fault;
  }

  /** Null before it is done. */
  public CertificateSerialNumber serial() {
    return serial == null ? null : new CertificateSerialNumber(serial);
  }

  public Instant askedAt() {
    return askedAt;
  }
}
