package jp.madoguchi.issuance;

/** The two kinds of electronic certificate (R-TYPES). */
public enum CertificateType {
  /** 署名用電子証明書: signs documents. */
  SIGNATURE("sign"),
  /** 利用者証明用電子証明書: proves who is browsing. */
  USER_AUTHENTICATION("auth");

  private final String path;

  CertificateType(String path) {
    this.path = path;
  }

  /** The word for this type in public addresses: {@code /ocsp/sign}, {@code /crl/auth.crl}. */
  public String path() {
    return path;
  }
}
