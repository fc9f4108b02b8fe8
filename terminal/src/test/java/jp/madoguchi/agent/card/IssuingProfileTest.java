package jp.madoguchi.agent.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import jp.madoguchi.agent.apdu.CommandApdu;
import jp.madoguchi.agent.apdu.Tlv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The open issuing profile, step by step. */
class IssuingProfileTest {

  private static final HexFormat HEX = HexFormat.of();
  private static final TestAuthority AUTHORITY = new TestAuthority();
  private static final byte[] FIRST = IssuingHost.transaction(1);
  private static final byte[] SECOND = IssuingHost.transaction(2);

  private final VirtualCard card = Cards.fresh();
  private final IssuingHost host = IssuingHost.open(Cards.aMyNumberCard(), card::transmit);

  @Test
  void theJournalOfAFreshCardIsEmpty() {
    assertThat(journal()).isEqualTo("80010083020000");
  }

  @Test
  void theJournalFollowsTheWriting() {
    RSAPublicKey key = host.stageKey(Slot.SIGNATURE, FIRST);
    String id = HEX.formatHex(FIRST);
    assertThat(journal()).isEqualTo("80010181011a8210" + id + "83020000");

    byte[] certificate = AUTHORITY.certify(key);
    host.write(Arrays.copyOf(certificate, 500), 0);
    assertThat(journal()).isEqualTo("80010281011a8210" + id + "830201f4");

    host.write(certificate, 500);
    host.activate(FIRST, certificate);
    String hash = HEX.formatHex(CardCertificate.hash(certificate));
    assertThat(journal()).isEqualTo("800100830200008420" + hash + "8510" + id);
  }

  @Test
  void aKeyIsRsa2048WithExponent65537() {
    RSAPublicKey key = host.stageKey(Slot.USER_AUTHENTICATION, FIRST);
    assertThat(key.getModulus().bitLength()).isEqualTo(2048);
    assertThat(key.getPublicExponent()).isEqualTo(65537);
  }

  @Test
  void theSameTransactionGetsTheSameKeyAgain() {
    RSAPublicKey key = host.stageKey(Slot.SIGNATURE, FIRST);
    assertThat(host.stageKey(Slot.SIGNATURE, FIRST)).isEqualTo(key);
    assertThat(host.stagedKey()).isEqualTo(key);
    host.prove(key);
  }

  @Test
  void anotherTransactionGetsAnotherKey() {
    RSAPublicKey key = host.stageKey(Slot.SIGNATURE, FIRST);
    host.write(new byte[] {0x30}, 0);
    assertThat(host.stageKey(Slot.SIGNATURE, SECOND)).isNotEqualTo(key);
    assertThat(Tlv.find(host.journal(), 0x83).orElseThrow().value()).containsExactly(0, 0);
  }

  @Test
  void aCommittedTransactionIsNotBegunAgain() {
    host.issue(Slot.SIGNATURE, FIRST, AUTHORITY::certify);
    assertThat(host.send(IssuingHost.stageCommand(Slot.SIGNATURE, FIRST)).status())
        .isEqualTo(0x6985);
  }

  @Test
  void aChunkMayComeTwiceButNoneMayBeMissing() {
    host.stageKey(Slot.SIGNATURE, FIRST);
    host.write(new byte[] {1, 2, 3, 4}, 0);
    host.write(new byte[] {1, 2, 3, 4}, 0);
    assertThat(host.send(CommandApdu.telling(0, 0xD6, 0, 5, (byte) 6)).status()).isEqualTo(0x6B00);
    assertThat(Tlv.find(host.journal(), 0x83).orElseThrow().value()).containsExactly(0, 4);
  }

  @Test
  void aChunkOf239BytesIsTheLongestThatFits() {
    host.stageKey(Slot.SIGNATURE, FIRST);
    host.write(new byte[] {0x30}, 0);
    assertThat(host.send(CommandApdu.telling(0, 0xD6, 0, 0, new byte[239])).status())
        .isEqualTo(0x9000);
  }

  @Test
  void aCertificateThatIsTooLongIsRefused() {
    host.stageKey(Slot.SIGNATURE, FIRST);
    host.write(new byte[8192], 0);
    assertThat(host.send(CommandApdu.telling(0, 0xD6, 0x20, 0, (byte) 1)).status())
        .isEqualTo(0x6A84);
  }

  @Test
  void activatingTwiceIsHarmless() {
    host.issue(Slot.SIGNATURE, FIRST, AUTHORITY::certify);
    byte[] hash = Tlv.find(host.journal(), 0x84).orElseThrow().value();
    String before = journal();
    assertThat(host.send(IssuingHost.activateCommand(FIRST, hash)).status()).isEqualTo(0x9000);
    assertThat(journal()).isEqualTo(before);
  }

  @Test
  void aCertificateForAnotherKeyIsNotActivated() {
    host.stageKey(Slot.SIGNATURE, FIRST);
    byte[] certificate = AUTHORITY.certify(KeySource.generating().next().getPublic());
    host.write(certificate, 0);
    assertThat(activation(FIRST, certificate)).isEqualTo(0x6A80);
  }

  @Test
  void aCertificateWithAnotherHashIsNotActivated() {
    RSAPublicKey key = host.stageKey(Slot.SIGNATURE, FIRST);
    byte[] certificate = AUTHORITY.certify(key);
    host.write(certificate, 0);
    assertThat(activation(FIRST, new byte[] {1})).isEqualTo(0x6A80);
  }

  @Test
  void anUnfinishedCertificateIsNotActivated() {
    RSAPublicKey key = host.stageKey(Slot.SIGNATURE, FIRST);
    byte[] half = Arrays.copyOf(AUTHORITY.certify(key), 700);
    host.write(half, 0);
    assertThat(activation(FIRST, half)).isEqualTo(0x6A80);
  }

  @Test
  void anotherTransactionIsNotActivated() {
    RSAPublicKey key = host.stageKey(Slot.SIGNATURE, FIRST);
    byte[] certificate = AUTHORITY.certify(key);
    host.write(certificate, 0);
    assertThat(activation(SECOND, certificate)).isEqualTo(0x6A88);
  }

  /** Certificates that are shorter than 256 bytes begin otherwise, and readers rely on 30 82. */
  @Test
  void whatDoesNotBeginAsReadersExpectIsNotActivated() {
    host.stageKey(Slot.SIGNATURE, FIRST);
    byte[] shortForm = {0x30, (byte) 0x81, 0x01, 0x00};
    host.write(shortForm, 0);
    assertThat(activation(FIRST, shortForm)).isEqualTo(0x6A80);
  }

  @ParameterizedTest
  @EnumSource
  void oneSlotIsNothingToTheOther(Slot slot) {
    host.issue(slot, FIRST, AUTHORITY::certify);
    Slot other = slot == Slot.SIGNATURE ? Slot.USER_AUTHENTICATION : Slot.SIGNATURE;
    host.setPin(Slot.SIGNATURE, Cards.SIGNATURE_PIN);
    card.reset();
    Holder holder = new Holder(card).selectsJpki().selects(0x001B);
    holder.verifies(Cards.SIGNATURE_PIN);
    assertThat(holder.reads(slot.certificateFile())).isNotEmpty();
    assertThat(holder.reads(other.certificateFile())).isEmpty();
  }

  @Test
  void aPinIsSetWithAllItsTries() {
    host.setPin(Slot.USER_AUTHENTICATION, "1111");
    Holder holder = new Holder(card).selectsJpki().selects(0x0018);
    holder.verifies("0000");
    holder.verifies("0000");
    holder.verifies("0000");
    assertThat(holder.verifies("1111")).isEqualTo("6983");

    IssuingHost again = IssuingHost.open(Cards.aMyNumberCard(), card::transmit);
    again.setPin(Slot.USER_AUTHENTICATION, "2222");
    holder.selectsJpki().selects(0x0018);
    assertThat(holder.sends("00 20 00 80")).isEqualTo("63C3");
    assertThat(holder.verifies("2222")).isEqualTo("9000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ABC12", // too short
        "ABCDEFGH", // no digit
        "12345678", // no letter
        "abc12345", // small letters
        "A2345678901234567" // too long
      })
  void aPinThatBreaksItsRuleIsNotSet(String pin) {
    host.send(IssuingHost.selectFile(0x001B));
    assertThat(host.send(CommandApdu.telling(0, 0x2C, 2, 0x80, pin.getBytes())).status())
        .isEqualTo(0x6A80);
  }

  @Test
  void anAuthoritysCertificateChangesWithItsLastByteOnly() {
    byte[] newer = new TestAuthority().certificate();
    host.writeAuthority(Slot.SIGNATURE, AUTHORITY.certificate());
    host.send(IssuingHost.selectFile(0x0002));
    host.write(Arrays.copyOf(newer, newer.length - 1), 0);
    Holder holder = new Holder(card).selectsJpki();
    assertThat(holder.reads(0x0002)).isEqualTo(AUTHORITY.certificate());

    IssuingHost again = IssuingHost.open(Cards.aMyNumberCard(), card::transmit);
    again.writeAuthority(Slot.SIGNATURE, newer);
    assertThat(holder.selectsJpki().reads(0x0002)).isEqualTo(newer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00CADF0100",
        "0047810000",
        "002A9E9A14000000000000000000000000000000000000000000",
        "00D600000130",
        "004400000130",
        "002C02800431323334"
      })
  void nothingIsIssuedOutsideTheChannel(String command) {
    Holder holder = new Holder(Cards.fresh()).selectsJpki().selects(0x0018);
    assertThat(holder.sends(command)).isEqualTo("6982");
  }

  @Test
  void aPlainCommandClosesTheChannel() {
    assertThat(new Holder(card).selectsJpki().sends("00 A4 02 0C 02 0018")).isEqualTo("9000");
    assertThat(host.send(CommandApdu.asking(0x00, 0xCA, 0xDF, 0x01)).status()).isEqualTo(0x6982);
  }

  @Test
  void aForgedCommandClosesTheChannel() {
    Holder holder = new Holder(card);
    assertThat(holder.sends("04 CA DF 01 08 0000000000000000 00")).isEqualTo("6988");
    assertThat(host.send(CommandApdu.asking(0x00, 0xCA, 0xDF, 0x01)).status()).isEqualTo(0x6982);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80 50 31 00 08 0102030405060708 00, 6A88", // an unknown key version
        "80 50 30 01 08 0102030405060708 00, 6A86", // an unknown key
        "80 50 30 00 07 01020304050607 00, 6700", // a short challenge
        "84 82 33 00 10 00112233445566778899AABBCCDDEEFF, 6982" // nothing was begun
      })
  void theChannelOpensOnlyByTheBook(String commandAndStatus) {
    String[] parts = commandAndStatus.split(", ");
    assertThat(new Holder(Cards.fresh()).sends(parts[0])).isEqualTo(parts[1]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"01", "03", "11", "13", "00"})
  void lessThanFullProtectionIsRefused(String level) {
    Holder holder = new Holder(Cards.fresh());
    holder.sends("80 50 30 00 08 0102030405060708 00");
    assertThat(holder.sends("84 82" + level + "00 10 00112233445566778899AABBCCDDEEFF"))
        .isEqualTo("6A86");
  }

  @Test
  void aHostWithAnotherKeyIsRefused() {
    Holder holder = new Holder(Cards.fresh());
    holder.sends("80 50 30 00 08 0102030405060708 00");
    assertThat(holder.sends("84 82 33 00 10 00112233445566778899AABBCCDDEEFF")).isEqualTo("6300");
  }

  @Test
  void eachSessionHasItsOwnChallenge() {
    Holder holder = new Holder(Cards.fresh());
    String first = holder.sends("80 50 30 00 08 0102030405060708 00");
    String second = holder.sends("80 50 30 00 08 0102030405060708 00");
    assertThat(first).hasSize(2 * (10 + 3 + 8 + 8 + 3) + 4).contains("300370");
    assertThat(first.substring(26, 42)).isNotEqualTo(second.substring(26, 42));
  }

  private String journal() {
    return HEX.formatHex(Tlv.encode(host.journal()));
  }

  private int activation(byte[] transaction, byte[] certificate) {
    return host.send(IssuingHost.activateCommand(transaction, CardCertificate.hash(certificate)))
        .status();
  }
}
