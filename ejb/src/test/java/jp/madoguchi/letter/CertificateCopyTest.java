package jp.madoguchi.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.madoguchi.issuance.CertificateOrder;
import jp.madoguchi.issuance.CertificateSubject;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.IssuedCertificate;
import jp.madoguchi.issuance.TestAuthority;
import jp.madoguchi.letter.CertificateCopy.Replaced;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.resident.Sex;
import org.junit.jupiter.api.Test;

/** The copy says what the signed certificates say, and what they could not carry. */
class CertificateCopyTest {

  private static final String ADDRESS = "神奈川県厚木市中町三丁目１７番１７号　髙層棟";

  @Test
  void aSignatureCertificateShowsTheFourItemsWithWhatWasReplaced() throws Exception {
    ResidentRecord resident = resident(Papers.YOSHIDA, ADDRESS);
    CertificateCopy copy =
        CertificateCopy.of(
            Papers.head(),
            "2026-000042-7",
            List.of(issue(CertificateType.SIGNATURE, resident)),
            resident,
            new CertificateCopy.Agreement("令和8年11月24日 10:05", "clerk1"));

    CertificateCopy.Entry entry = copy.certificates().get(0);
    assertThat(entry.type()).isEqualTo("署名用電子証明書");
    assertThat(entry.serial()).matches("([0-9A-F]{2}:){15}[0-9A-F]{2}");
    assertThat(entry.notAfter()).isEqualTo("令和13年2月17日 23時59分59秒");
    assertThat(entry.issuer()).contains("窓口試験認証サービス署名用");
    assertThat(entry.holder().birthDate()).isEqualTo("昭和55年2月17日");
    assertThat(entry.holder().sex()).isEqualTo("女");
    assertThat(entry.holder().replaced())
        .contains(new Replaced("氏名", 1, "𠮷", entry.holder().name().substring(0, 1)));
    assertThat(text(copy))
        .contains("代替文字", "𠮷", "1文字目")
        .contains("申請者が同意しました(令和8年11月24日 10:05、確認者 clerk1)");
  }

  @Test
  void registeredCharactersAreNotGuessedAtOnceTheRecordHasChanged() throws Exception {
    ResidentRecord then = resident(Papers.YOSHIDA, ADDRESS);
    IssuedCertificate issued = issue(CertificateType.SIGNATURE, then);

    CertificateCopy copy =
        CertificateCopy.of(
            Papers.head(), "2026-000042-7", List.of(issued), resident("山田　花子", ADDRESS), null);

    assertThat(copy.certificates().get(0).holder().replaced())
        .filteredOn(one -> one.item().equals("氏名"))
        .extracting(Replaced::registered)
        .containsOnlyNulls();
    assertThat(text(copy)).contains("住民票が変更されています");
  }

  @Test
  void anAuthenticationCertificateNamesNobody() throws Exception {
    ResidentRecord resident = resident(Papers.TSUJI, ADDRESS);
    CertificateCopy copy =
        CertificateCopy.of(
            Papers.head(),
            "2026-000042-7",
            List.of(issue(CertificateType.USER_AUTHENTICATION, resident)),
            resident,
            null);

    assertThat(copy.certificates().get(0).holder()).isNull();
    assertThat(text(copy)).contains("利用者証明用電子証明書").doesNotContain("美咲").doesNotContain("代替文字");
  }

  private static String text(CertificateCopy copy) throws IOException {
    return PaperText.of(Papers.press().print(copy));
  }

  private static IssuedCertificate issue(CertificateType type, ResidentRecord resident)
      throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    CertificateOrder order =
        new CertificateOrder(
            type,
            (RSAPublicKey) generator.generateKeyPair().getPublic(),
            new CertificateSubject(
                resident.id(),
                resident.name(),
                resident.birthDate(),
                resident.sex(),
                resident.address()),
            LocalDate.of(2031, 2, 17),
            UUID.randomUUID().toString());
    return TestAuthority.shared().at(desk -> desk.authority.issue(desk.authority.plan(order)));
  }

  private static ResidentRecord resident(String name, String address) {
    return new ResidentRecord(
        6_000_001,
        name,
        "カクウ　ハナコ",
        LocalDate.of(1980, 2, 17),
        Sex.FEMALE,
        "2430000",
        address,
        ResidentRecord.Status.RESIDENT,
        false,
        null,
        null,
        null,
        null,
        "R-1",
        0);
  }
}
