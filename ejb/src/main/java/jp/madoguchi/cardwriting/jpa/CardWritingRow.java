package jp.madoguchi.cardwriting.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jp.madoguchi.cardwriting.CertificateWriting;
import jp.madoguchi.cardwriting.TransactionId;
import jp.madoguchi.cardwriting.TypeOrder;
import jp.madoguchi.cardwriting.WritingOrder;
import jp.madoguchi.cardwriting.WritingState;
import jp.madoguchi.issuance.CertificateSerialNumber;
import jp.madoguchi.issuance.CertificateSubject;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.resident.Sex;

/** A row of the journal of card writing. */
@Entity
@NamedQuery(
    name = "CardWritingRow.ofCase",
    query = "select w from CardWritingRow w where w.receptionNumber = :case order by w.position")
@NamedQuery(
    name = "CardWritingRow.openCaseOfCard",
    query =
        "select w.receptionNumber from CardWritingRow w where w.cardSerial = :card"
            + " and w.state not in (jp.madoguchi.cardwriting.WritingState.ACTIVE,"
            + " jp.madoguchi.cardwriting.WritingState.CANCELLED)")
@Table(schema = "madoguchi", name = "card_writing")
public class CardWritingRow {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "card_writing")
  @SequenceGenerator(
      name = "card_writing",
      schema = "madoguchi",
      sequenceName = "card_writing_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "reception_number")
  private String receptionNumber;

  private int position;

  @Enumerated(EnumType.STRING)
  private CertificateType type;

  @Column(name = "card_serial")
  private String cardSerial;

  @Column(name = "resident_id")
  private long residentId;

  @Column(name = "subject_name")
  private String subjectName;

  @Column(name = "subject_birth_date")
  private LocalDate subjectBirthDate;

  @Enumerated(EnumType.STRING)
  @Column(name = "subject_sex")
  private Sex subjectSex;

  @Column(name = "subject_address")
  private String subjectAddress;

  @Column(name = "last_day")
  private LocalDate lastDay;

  @Column(name = "transaction_id")
  private byte[] transactionId;

  @Enumerated(EnumType.STRING)
  private WritingState state;

  @Column(name = "certificate_serial")
  private String certificateSerial;

  @Column(name = "certificate_length")
  private Integer certificateLength;

  @Column(name = "certificate_hash")
  private byte[] certificateHash;

  @Column(name = "bytes_written")
  private int bytesWritten;

  @Column(name = "process_past_signing")
  private boolean processPastSigning;

  @Column(name = "begun_at")
  private Instant begunAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "key_requested_at")
  private Instant keyRequestedAt;

  @Column(name = "key_known_at")
  private Instant keyKnownAt;

  @Column(name = "issued_at")
  private Instant issuedAt;

  @Column(name = "activation_sent_at")
  private Instant activationSentAt;

  @Column(name = "active_at")
  private Instant activeAt;

  @Column(name = "published_at")
  private Instant publishedAt;

  @Version private int version;

  protected CardWritingRow() {}

  CardWritingRow(WritingOrder order, int position, TransactionId transaction, Instant now) {
    TypeOrder wanted = order.types().get(position);
    CertificateSubject subject = wanted.subject();
    this.receptionNumber = order.receptionNumber();
    this.position = position;
    this.type = wanted.type();
    this.cardSerial = order.cardSerial();
    this.residentId = order.residentId();
    this.subjectName = subject.name();
    this.subjectBirthDate = subject.birthDate();
    this.subjectSex = subject.sex();
    this.subjectAddress = subject.address();
    this.lastDay = wanted.lastDay();
    this.transactionId = transaction.bytes();
    this.state = WritingState.PLANNED;
    this.begunAt = now;
    this.changedAt = now;
  }

  public CertificateWriting asWriting() {
    return new CertificateWriting(
        receptionNumber,
        type,
        cardSerial,
        TransactionId.of(transactionId),
        state,
        serial(),
        certificateLength == null ? 0 : certificateLength,
        bytesWritten,
        changedAt,
        Optional.ofNullable(publishedAt));
  }

  public CertificateSubject subject() {
    return new CertificateSubject(
        residentId, subjectName, subjectBirthDate, subjectSex, subjectAddress);
  }

  public CertificateType type() {
    return type;
  }

  public LocalDate lastDay() {
    return lastDay;
  }

  public WritingState state() {
    return state;
  }

  public TransactionId transaction() {
    return TransactionId.of(transactionId);
  }

  public Optional<CertificateSerialNumber> serial() {
    return Optional.ofNullable(certificateSerial).flatMap(CertificateSerialNumber::parse);
  }

  public byte[] certificateHash() {
    return certificateHash == null ? new byte[0] : certificateHash.clone();
  }

  public int certificateLength() {
    return certificateLength == null ? 0 : certificateLength;
  }

  public boolean isPublished() {
    return publishedAt != null;
  }

  public boolean processIsPastSigning() {
    return processPastSigning;
  }

  public boolean isFor(WritingOrder order) {
    return cardSerial.equals(order.cardSerial()) && residentId == order.residentId();
  }

  public void requestKey(Instant now) {
    become(WritingState.KEY_REQUESTED, now);
    keyRequestedAt = now;
  }

  public void keyKnown(CertificateSerialNumber planned, Instant now) {
    become(WritingState.KEY_KNOWN, now);
    keyKnownAt = now;
    certificateSerial = planned.hex();
  }

  public void processWasTold() {
    processPastSigning = true;
  }

  public void issued(int length, byte[] hash, Instant now) {
    become(WritingState.CERTIFICATE_ISSUED, now);
    issuedAt = now;
    certificateLength = length;
    certificateHash = hash.clone();
    bytesWritten = 0;
  }

  /** The card's journal says that this much of the certificate is on it, not in use. */
  public void staged(int bytes, Instant now) {
    WritingState next =
        bytes >= certificateLength() ? WritingState.WRITTEN : WritingState.CERTIFICATE_ISSUED;
    if (state != next) {
      become(next, now);
    }
    bytesWritten = Math.min(bytes, certificateLength());
  }

  public void activationSent(Instant now) {
    become(WritingState.ACTIVATION_SENT, now);
    activationSentAt = now;
  }

  public void active(Instant now) {
    become(WritingState.ACTIVE, now);
    bytesWritten = certificateLength();
    activeAt = now;
  }

  public void published(Instant now) {
    publishedAt = now;
    changedAt = now;
  }

  /** The key is lost: whatever comes next is another writing under another name. */
  public void beginAgain(TransactionId next, Instant now) {
    become(WritingState.PLANNED, now);
    transactionId = next.bytes();
    certificateSerial = null;
    certificateLength = null;
    certificateHash = null;
    bytesWritten = 0;
  }

  public void cancel(Instant now) {
    become(WritingState.CANCELLED, now);
  }

  private void become(WritingState next, Instant now) {
    if (!state.mayBecome(next)) {
      throw new IllegalStateException(
          "The writing of %s for %s is %s and cannot become %s"
              .formatted(type, receptionNumber, state, next));
    }
    state = next;
    changedAt = now;
  }
}
