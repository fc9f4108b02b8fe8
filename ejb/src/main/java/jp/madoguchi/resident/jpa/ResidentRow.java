package jp.madoguchi.resident.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.resident.Sex;

/** A row of the register. */
@Entity
@Table(schema = "madoguchi", name = "resident")
public class ResidentRow {

  @Id
  @Column(name = "id")
  @SequenceGenerator(
      name = "resident_seq",
      schema = "madoguchi",
      sequenceName = "resident_seq",
      allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "resident_seq")
  private long id;

  @Column(name = "register_number")
  private String registerNumber;

  @Column(name = "name")
  private String name;

  @Column(name = "name_key")
  private String nameKey;

  @Column(name = "kana")
  private String kana;

  @Column(name = "kana_key")
  private String kanaKey;

  @Column(name = "birth_date")
  private LocalDate birthDate;

  @Column(name = "sex")
  private int sex;

  @Column(name = "postal_code")
  private String postalCode;

  @Column(name = "address")
  private String address;

  @Column(name = "household_id")
  private Long householdId;

  @Enumerated(EnumType.STRING)
  @Column(name = "status")
  private ResidentRecord.Status status;

  @Column(name = "moved_away_on")
  private LocalDate movedAwayOn;

  @Column(name = "died_on")
  private LocalDate diedOn;

  @Column(name = "stay_until")
  private LocalDate stayUntil;

  @Column(name = "adult_ward")
  private boolean adultWard;

  @Version
  @Column(name = "version")
  private long version;

  protected ResidentRow() {}

  ResidentRecord asRecord() {
    return new ResidentRecord(
        id,
        name,
        kana,
        birthDate,
        Sex.ofCode(sex),
        postalCode,
        address,
        status,
        adultWard,
        stayUntil,
        householdId,
        movedAwayOn,
        diedOn,
        registerNumber,
        version);
  }
}
