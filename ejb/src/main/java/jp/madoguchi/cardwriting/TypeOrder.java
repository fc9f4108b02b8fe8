package jp.madoguchi.cardwriting;

import java.time.LocalDate;
import jp.madoguchi.issuance.CertificateSubject;
import jp.madoguchi.issuance.CertificateType;

/** One certificate of a writing order. */
public record TypeOrder(CertificateType type, CertificateSubject subject, LocalDate lastDay) {}
