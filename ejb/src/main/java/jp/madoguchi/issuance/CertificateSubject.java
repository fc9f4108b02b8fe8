package jp.madoguchi.issuance;

import java.time.LocalDate;
import jp.madoguchi.resident.Sex;

/**
 * Whose certificate it is, as the resident register writes it.
 *
 * @param residentId the register's key
 * @param name 氏名, family and given name with U+3000 between
 * @param birthDate 生年月日; null where the register does not know it
 * @param sex 性別; null is written as unknown
 * @param address 住所, prefecture first, no postal code
 */
public record CertificateSubject(
    long residentId, String name, LocalDate birthDate, Sex sex, String address) {}
