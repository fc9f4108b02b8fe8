package jp.madoguchi.web.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import jp.madoguchi.issuance.CertificateType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OcspPathTest {

  /** These bytes have a slash, a plus sign and padding in base64: {@code +/8/Pw==}. */
  private static final byte[] BYTES = HexFormat.of().parseHex("fbff3f3f");

  @ParameterizedTest
  @ValueSource(
      strings = {
        // as openssl writes it
        "/ocsp/sign/%2B%2F8%2FPw%3D%3D",
        // lower case escapes
        "/ocsp/sign/%2b%2f8%2fPw%3d%3d",
        // slashes, plus and padding as they are
        "/ocsp/sign/+/8/Pw==",
        // address and request joined with two slashes
        "/ocsp/sign//+/8/Pw==",
        // padding left out
        "/ocsp/sign/%2B/8/Pw"
      })
  void theRequestIsReadHoweverTheClientEncodesIt(String address) {
    OcspPath path = OcspPath.parse(address).orElseThrow();
    assertThat(path.type()).isEqualTo(CertificateType.SIGNATURE);
    assertThat(path.request()).isEqualTo(BYTES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ocsp/auth/",
        "/ocsp/auth/%",
        "/ocsp/auth/%zz",
        "/ocsp/auth/not base64",
        "/ocsp/auth/MDAw!",
        "/ocsp/auth/A"
      })
  void whatIsNoBase64IsAnsweredAsMalformed(String address) {
    assertThat(OcspPath.parse(address).orElseThrow().request()).isEmpty();
  }

  @Test
  void anotherAuthorityIsNotFound() {
    assertThat(OcspPath.parse("/ocsp/other/MDA=")).isEmpty();
    assertThat(OcspPath.parse("/ocsp/sign")).isEmpty();
  }
}
