package jp.madoguchi.agent.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.HexFormat;
import java.util.List;
import jp.madoguchi.agent.apdu.Tlv;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every reader of the card may rely on. */
class PublicCommandsTest {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final TestAuthority AUTHORITY = new TestAuthority();

  private static VirtualCard issued() {
    VirtualCard card = Cards.fresh();
    IssuingHost host = IssuingHost.open(Cards.aMyNumberCard(), card::transmit);
    host.issue(Slot.USER_AUTHENTICATION, IssuingHost.transaction(1), AUTHORITY::certify);
    host.issue(Slot.SIGNATURE, IssuingHost.transaction(2), AUTHORITY::certify);
    host.setPin(Slot.USER_AUTHENTICATION, Cards.AUTHENTICATION_PIN);
    host.setPin(Slot.SIGNATURE, Cards.SIGNATURE_PIN);
    host.writeAuthority(Slot.USER_AUTHENTICATION, AUTHORITY.certificate());
    host.writeAuthority(Slot.SIGNATURE, AUTHORITY.certificate());
    card.reset();
    return card;
  }

  @Test
  void theAnswerToResetIsTheNationalOne() {
    assertThat(Cards.fresh().atr()).isEqualTo(HEX.parseHex("3BE000FF8131FE4514"));
  }

  @Nested
  class AFreshCard {

    private final Holder holder = new Holder(Cards.fresh()).selectsJpki();

    @ParameterizedTest
    @ValueSource(ints = {0x0018, 0x001B})
    void hasItsPinsLocked(int file) {
      holder.selects(file);
      assertThat(holder.sends("00 20 00 80")).isEqualTo("63C0");
      assertThat(holder.verifies("1234")).isEqualTo("6983");
      assertThat(holder.sends("00 24 01 80 04 31323334")).isEqualTo("6983");
    }

    @Test
    void hasNoCertificates() {
      holder.selects(0x0008);
      assertThat(holder.sends("00 B0 0000 00")).isEqualTo("0000009000");
      assertThat(holder.reads(0x000A)).isEmpty();
    }

    @Test
    void saysWhatItIs() {
      byte[] information = holder.reads(0x0006);
      assertThat(information).hasSize(160);
      assertThat(new String(information, 0, 32, StandardCharsets.US_ASCII))
          .isEqualTo("JPKIAPICCTOKEN2                 ");
    }
  }

  @Nested
  class TheCertificates {

    private final Holder holder = new Holder(issued()).selectsJpki();

    @Test
    void beginWhereReadersTakeTheirLengthFrom() {
      byte[] certificate = holder.reads(0x000A);
      assertThat(certificate).startsWith(0x30, 0x82);
      assertThat((certificate[2] & 0xFF) << 8 | certificate[3] & 0xFF)
          .isEqualTo(certificate.length - 4);
    }

    @Test
    void ofTheAuthoritiesAreFree() {
      assertThat(holder.reads(0x0002)).isEqualTo(AUTHORITY.certificate());
      assertThat(holder.reads(0x000B)).isEqualTo(AUTHORITY.certificate());
    }

    @Test
    void forSignatureNeedsItsPin() {
      holder.selects(0x0001);
      assertThat(holder.sends("00 B0 0000 04")).isEqualTo("6982");
      holder.selects(0x001B).verifies(Cards.SIGNATURE_PIN);
      assertThat(holder.reads(0x0001)).startsWith(0x30, 0x82);
    }

    @Test
    void areAnnounced() {
      holder.selects(0x0008);
      assertThat(holder.sends("00 B0 0000 00")).isEqualTo("8F8F009000");
    }

    @Test
    void endWhereTheyEnd() {
      int length = holder.reads(0x000A).length;
      assertThat(holder.sends("00 B0 %04X 00".formatted(length))).isEqualTo("6B00");
      assertThat(holder.sends("00 B0 %04X 00".formatted(length - 1))).hasSize(6);
    }
  }

  @Test
  void aCardWithOnlyUserAuthenticationSaysSo() {
    VirtualCard card = Cards.fresh();
    IssuingHost.open(Cards.aMyNumberCard(), card::transmit)
        .issue(Slot.USER_AUTHENTICATION, IssuingHost.transaction(1), AUTHORITY::certify);
    Holder holder = new Holder(card).selectsJpki().selects(0x0008);
    assertThat(holder.sends("00 B0 0000 03")).isEqualTo("008F009000");
  }

  @Nested
  class ThePins {

    private final VirtualCard card = issued();
    private final Holder holder = new Holder(card).selectsJpki();

    @Test
    void tellTheTriesLeftAlwaysTheSameWay() {
      holder.selects(0x0018);
      assertThat(holder.sends("00 20 00 80")).isEqualTo("63C3");
      holder.verifies(Cards.AUTHENTICATION_PIN);
      assertThat(holder.sends("00 20 00 80")).isEqualTo("63C3");
    }

    @ParameterizedTest
    @CsvSource({"0018, 3, 0000", "001B, 5, WRONG1"})
    void lockAfterTheirNumberOfTries(String file, int tries, String wrong) {
      holder.selects(Integer.parseInt(file, 16));
      for (int left = tries - 1; left >= 0; left--) {
        assertThat(holder.verifies(wrong)).isEqualTo("63C" + left);
      }
      assertThat(holder.verifies(Cards.AUTHENTICATION_PIN)).isEqualTo("6983");
      assertThat(holder.sends("00 20 00 80")).isEqualTo("63C0");
    }

    @Test
    void getAllTheirTriesBackWhenRight() {
      holder.selects(0x0018).verifies("0000");
      assertThat(holder.verifies(Cards.AUTHENTICATION_PIN)).isEqualTo("9000");
      assertThat(holder.sends("00 20 00 80")).isEqualTo("63C3");
    }

    @Test
    void areForgottenWhenTheApplicationIsSelectedAgain() {
      holder.selects(0x001B).verifies(Cards.SIGNATURE_PIN);
      holder.selectsJpki().selects(0x0001);
      assertThat(holder.sends("00 B0 0000 04")).isEqualTo("6982");
    }

    @Test
    void areForgottenWithAWrongTry() {
      holder.selects(0x001B).verifies(Cards.SIGNATURE_PIN);
      holder.verifies("WRONG1");
      holder.selects(0x0001);
      assertThat(holder.sends("00 B0 0000 04")).isEqualTo("6982");
    }

    @Test
    void areForgottenWithoutPower() {
      holder.selects(0x001B).verifies(Cards.SIGNATURE_PIN);
      card.reset();
      assertThat(holder.sends("00 20 00 80")).isEqualTo("6986");
    }

    @Test
    void areChangedAfterTheyWereVerified() {
      holder.selects(0x0018);
      assertThat(holder.sends("00 24 01 80 04 31313131")).isEqualTo("6982");
      holder.verifies(Cards.AUTHENTICATION_PIN);
      assertThat(holder.sends("00 24 01 80 04 31313131")).isEqualTo("9000");
      assertThat(holder.verifies("1111")).isEqualTo("9000");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "05 3132333435", // five digits
          "04 31323341", // a letter
          "03 313233" // three digits
        })
    void keepTheirForm(String value) {
      holder.selects(0x0018).verifies(Cards.AUTHENTICATION_PIN);
      assertThat(holder.sends("00 24 01 80" + value)).isEqualTo("6A80");
    }
  }

  @Nested
  class Signing {

    private final Holder holder = new Holder(issued()).selectsJpki();
    private static final String SHA256 = "3031300D060960864801650304020105000420";

    @Test
    void needsThePin() throws Exception {
      holder.selects(0x0017);
      assertThat(holder.sends("80 2A 00 80 33" + SHA256 + digest() + "00")).isEqualTo("6982");
    }

    @Test
    void padsTheDigestOnTheCard() throws Exception {
      byte[] certificate = holder.reads(0x000A);
      holder.selects(0x0018).verifies(Cards.AUTHENTICATION_PIN);
      holder.selects(0x0017);
      String answer = holder.sends("80 2A 00 80 33" + SHA256 + digest() + "00");
      assertThat(answer).hasSize(2 * 256 + 4).endsWith("9000");

      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(TestAuthority.parse(certificate));
      signature.update("message".getBytes(StandardCharsets.US_ASCII));
      assertThat(signature.verify(HEX.parseHex(answer.substring(0, 512)))).isTrue();
    }

    @Test
    void withOnesPinIsNotSigningWithTheOther() throws Exception {
      holder.selects(0x0018).verifies(Cards.AUTHENTICATION_PIN);
      holder.selects(0x001A);
      assertThat(holder.sends("80 2A 00 80 33" + SHA256 + digest() + "00")).isEqualTo("6982");
    }

    private static String digest() throws Exception {
      byte[] message = "message".getBytes(StandardCharsets.US_ASCII);
      return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(message));
    }
  }

  @Nested
  class TheFace {

    private final Holder holder = new Holder(Cards.fresh());

    @Test
    void cardInformationIsFree() {
      holder.sends("00 A4 04 0C 0A D3921000310001010100");
      holder.selects(0x0001);
      byte[] record = HEX.parseHex(holder.sends("00 B2 01 04 00"));
      assertThat(record).startsWith(0x01, 0x1C).hasSize(2 + 28 + 2);
      assertThat(new String(record, 2, 28, StandardCharsets.US_ASCII))
          .isEqualTo(Cards.SERIAL + "14212" + "20310217");
      assertThat(holder.sends("00 B2 02 04 00")).isEqualTo("6A83");
    }

    @Test
    void basicFourItemsComeAfterThePin() {
      holder.selectsInputSupport().selects(0x0002);
      assertThat(holder.sends("00 B0 0000 00")).isEqualTo("6982");
      holder.selects(0x0011);
      assertThat(holder.verifies("1234")).isEqualTo("9000");
      assertThat(items(holder.reads(0x0002)))
          .containsExactly("研修　花子", "神奈川県厚木市中町三丁目17番17号", "19800217", "2");
    }

    @Test
    void basicFourItemsComeAfterNumberBToo() {
      holder.selectsInputSupport().selects(0x0015);
      assertThat(holder.sends("00 20 00 80")).isEqualTo("63CA");
      assertThat(holder.verifies("80021720310000")).isEqualTo("63C9");
      assertThat(holder.verifies("80021720317890")).isEqualTo("9000");
      assertThat(items(holder.reads(0x0002))).hasSize(4);
      holder.selects(0x0015);
      assertThat(holder.sends("00 24 01 80 0E 3830303231373230333137383930")).isEqualTo("6985");
    }

    @Test
    void theHeaderSaysWhereEachItemBegins() {
      holder.selectsInputSupport().selects(0x0011).verifies("1234");
      byte[] file = holder.reads(0x0002);
      byte[] header = parts(file).get(0).value();
      for (int i = 0; i < 4; i++) {
        int at = (header[2 * i] & 0xFF) << 8 | header[2 * i + 1] & 0xFF;
        assertThat(file[at]).isEqualTo((byte) 0xDF);
        assertThat(file[at + 1]).isEqualTo((byte) (0x22 + i));
      }
    }

    private static List<String> items(byte[] file) {
      return parts(file).stream()
          .skip(1)
          .map(part -> new String(part.value(), StandardCharsets.UTF_8))
          .toList();
    }

    private static List<Tlv> parts(byte[] file) {
      Tlv whole = Tlv.find(Tlv.parse(file).orElseThrow(), 0xFF20).orElseThrow();
      return Tlv.parse(whole.value()).orElseThrow();
    }
  }

  @Test
  void aJukiCardHasNoApplicationForCertificates() {
    Holder holder = new Holder(VirtualCard.inMemory(Cards.personalisation(CardKind.JUKI)));
    assertThat(holder.sends("00 A4 04 0C 0A D392F000260100000001")).isEqualTo("6A82");
    assertThat(holder.sends("80 50 30 00 08 0102030405060708 00")).isEqualTo("6D00");
    assertThat(holder.sends("00 A4 04 0C 0A D3921000310001010100")).isEqualTo("9000");
  }

  @ParameterizedTest
  @CsvSource({
    "00 A4 02 0C 02 0001, 6A82", // no application is selected yet
    "00 A4 04 0C 0A D392F000260100000002, 6A82", // an unknown application
    "00 B0 00 00 00, 6986", // nothing is selected
    "00 B2 01 04 00, 6986", // nothing is selected
    "80 2A 00 80 01 AA 00, 6986", // nothing is selected
    "00 88 00 00 00, 6D00", // an unknown instruction
    "90 60 00 00 00, 6E00", // an unknown class
    "00 A4 04, 6700", // no command at all
    "00 C0 00 00 10, 6985" // nothing waits to be fetched
  })
  void whatCannotBeDoneIsRefusedByItsName(String command, String status) {
    assertThat(new Holder(Cards.fresh()).sends(command)).isEqualTo(status);
  }
}
