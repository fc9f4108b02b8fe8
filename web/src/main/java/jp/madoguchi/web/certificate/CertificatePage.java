package jp.madoguchi.web.certificate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.issuance.CertificateInquiry;
import jp.madoguchi.issuance.CertificateSerialNumber;
import jp.madoguchi.web.faces.PageTexts;

/** 照会: a certificate by its serial number. */
@Named
@RequestScoped
public class CertificatePage {

  @Inject private CertificateInquiry inquiry;
  @Inject private PageTexts texts;

  private String query;
  private List<CertificateRow> rows;

  public List<CertificateRow> getRows() {
    if (rows == null) {
      rows =
          Optional.ofNullable(query)
              .map(typed -> typed.replaceAll("[\\s\\u3000]", ""))
              .flatMap(CertificateSerialNumber::parse)
              .flatMap(inquiry::look)
              .map(found -> CertificateRow.of(found, texts))
              .map(List::of)
              .orElse(List.of());
    }
    return rows;
  }

  public String getQuery() {
    return query;
  }

  public void setQuery(String query) {
    this.query = query;
  }
}
