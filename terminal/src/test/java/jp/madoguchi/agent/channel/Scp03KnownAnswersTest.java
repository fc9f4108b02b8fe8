package jp.madoguchi.agent.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import jp.madoguchi.agent.apdu.CommandApdu;
import jp.madoguchi.agent.apdu.ResponseApdu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * SCP03 against sessions recorded from real cards and published with osmocom/pysim (SCP03_Test),
 * and AES-CMAC against RFC 4493.
 */
class Scp03KnownAnswersTest {

  private static final HexFormat HEX = HexFormat.of();
  private static final String GET_EID = "80e2910006bf3e035c015a00";
  private static final String EID = "bf3e125a1089882119900000000000000000000005";
  private static final String CASE_1 = "80f22002";
  private static final String CASE_2 = "80ca006600";
  private static final String CASE_3 = "80f220020a4f0212345c054f9f70c5";
  private static final String CASE_4 = "80f28002024f0000";

  /** The recorded sessions: size of the keys and security level. */
  enum Recorded {
    AES128_11(
        16,
        "8050300008b13e5f938fc108c400",
        "000000000000000000003003703eb51047495b249f66c484c1d2ef1948000002",
        "84821100107d5f5826a993ebc89eea24957fa0b3ce",
        "84e291000ebf3e035c015a558d036518a2829700",
        "bf3e125a1089882119900000000000000000000005971be68992dbbdfa",
        "84f220020863a63f8959827fb2",
        "84ca006608a0c6a4a74166f7ce00",
        "84f22002124f0212345c054f9f70c52249b50272656536",
        "84f280020a4f00e91443f6dce6b8ed00"),
    AES128_03(
        16,
        "80503000088e1552d0513c60f300",
        "0000000000000000000030037030760cd2c47c1dd395065fe5ead8a9d7000001",
        "8482030010fd4721a14d9b07003c451d2f8ae6bb21",
        "84e2910018ca9c00f6713d79bc8baa642bdff51c3f6a4082d3bd9ad26c00",
        "bf3e125a1089882119900000000000000000000005",
        "84f2200208c9811b11f1264cf1",
        "84ca006608e10ab60b3054798800",
        "84f22002184e2908bdb48b2315a55482e9e936ca122d6ecfae7d17416e",
        "84f28002180dd10a6b6193e5340b9e77d32d5a179cd710ac2773aefb2800"),
    AES128_33(
        16,
        "8050300008fdf38259a1e0de4400",
        "000000000000000000003003703b1aca81e821f219081cdc01c26b372d000003",
        "84823300108c36f96bcc00724a4e13ad591d7da3f0",
        "84e2910018267a85dfe4a98fca6fb0527e0dfecce4914e40401433c87f00",
        "f3ba2b1013aa6224f5e1c138d71805c569e5439b47576260b75fc021b25097cb2e68f8a0144975b9",
        "84f2200208ac6a59024bed84cc",
        "84ca006608409912ad8fb7aed000",
        "84f22002185f3dafc3ac14c381536a488bf44e06d056df9d74dbd21e5a",
        "84f280021865165105be3373347d0424d4400af2ac393f569ec779389e00"),
    AES192_33(
        24,
        "80503100089b3f2eef0e8c937400",
        "00000000000000000000310370f6bb305a15bae1a68f79fb08212fbed7000002",
        "84823300109100bc22d58b45b86a26365ce39ff3cf",
        "84e29100188f7f946c84f70d17994bc6e8791251bb1bb1bf02cf8de58900",
        "c05176c1b6f72aae50c32cbee63b0e95998928fd4dfb2be9f27ffde8c8476f5909b4805cc4039599",
        "84f2200208d5d97754b6b3d2ba",
        "84ca006608516c82b8e30adbeb00",
        "84f2200218cc247f4761e6944277a4e0d6e32e44025b1e31537e2fc668",
        "84f2800218ba22b63d509bef5d093b43e5eaed03ed23144ab2d9cb51de00"),
    AES256_33(
        32,
        "805032000897b2055fe58599fd00",
        "00000000000000000000320370a8439a22cedf045fa9f1903b2834f26e000002",
        "8482330010508a0fd959d2e547c6b33154a6be2057",
        "84e29100187a5ef717eaf1e135ae92fe54429d0e465decda65f5fe5aea00",
        "ea90dbfa648a67c5eb6abc57f8530b97d0cd5647c5e8732016b55203b078dd2ace7f8bc5d1c1cd99",
        "84f2200208bcc5c17275545d93",
        "84ca00660804806aba9d543bb600",
        "84f2200218717222491556ec81a45f49ce48be33320024801a1c4cb0e0",
        "84f2800218561f105bccd3a1642904b251ccc1228beb80a82370a8637000");

    private final ChannelKeys keys;
    private final byte[] hostChallenge;
    private final byte[] cardAnswer;
    private final byte[] externalAuthenticate;
    private final byte[] getEid;
    private final byte[] eid;
    private final byte[][] cases;

    Recorded(
        int keySize,
        String initializeUpdate,
        String cardAnswer,
        String externalAuthenticate,
        String getEid,
        String eid,
        String... cases) {
      this.keys = new ChannelKeys(key(0x00, keySize), key(0x10, keySize));
      this.hostChallenge = Arrays.copyOfRange(HEX.parseHex(initializeUpdate), 5, 13);
      this.cardAnswer = HEX.parseHex(cardAnswer);
      this.externalAuthenticate = HEX.parseHex(externalAuthenticate);
      this.getEid = HEX.parseHex(getEid);
      this.eid = HEX.parseHex(eid);
      this.cases = Arrays.stream(cases).map(HEX::parseHex).toArray(byte[][]::new);
    }

    /** The recorded cards' keys count up from a first byte, and begin again after 16. */
    private static byte[] key(int first, int size) {
      byte[] key = new byte[size];
      for (int i = 0; i < size; i++) {
        key[i] = (byte) (first + i % 16);
      }
      return key;
    }

    byte[] cardChallenge() {
      return Arrays.copyOfRange(cardAnswer, 13, 21);
    }

    byte[] cardCryptogram() {
      return Arrays.copyOfRange(cardAnswer, 21, 29);
    }

    byte[] sequenceCounter() {
      return Arrays.copyOfRange(cardAnswer, 29, 32);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theCardSpeaksAsTheRecordedOnes(Recorded recorded) {
    SecureSession session =
        new SecureSession(recorded.keys, recorded.hostChallenge, recorded.cardChallenge());
    assertThat(session.cardCryptogram()).isEqualTo(recorded.cardCryptogram());
    assertThat(session.authenticate(command(recorded.externalAuthenticate))).isTrue();

    assertThat(plain(session, recorded.getEid)).isEqualTo(GET_EID);
    ResponseApdu answer = session.wrap(ResponseApdu.ok(HEX.parseHex(EID)));
    assertThat(answer.data()).isEqualTo(recorded.eid);

    assertThat(plain(session, recorded.cases[0])).isEqualTo(CASE_1);
    assertThat(plain(session, recorded.cases[1])).isEqualTo(CASE_2);
    assertThat(plain(session, recorded.cases[2])).isEqualTo(CASE_3);
    assertThat(plain(session, recorded.cases[3])).isEqualTo(CASE_4);
  }

  /** The recorded cards' challenges are pseudo-random, for the application they were asked in. */
  @ParameterizedTest
  @EnumSource
  void theChallengeFollowsFromTheCounter(Recorded recorded) {
    byte[] application = HEX.parseHex("a0000005591010ffffffff8900000100");
    assertThat(recorded.keys.cardChallenge(recorded.sequenceCounter(), application))
        .isEqualTo(recorded.cardChallenge());
  }

  @Test
  void aesCmacOfRfc4493() {
    byte[] key = HEX.parseHex("2b7e151628aed2a6abf7158809cf4f3c");
    byte[] message =
        HEX.parseHex(
            "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411");
    assertThat(Aes.cmac(key)).isEqualTo(HEX.parseHex("bb1d6929e95937287fa37d129b756746"));
    assertThat(Aes.cmac(key, message)).isEqualTo(HEX.parseHex("dfa66747de9ae63030ca32611497c827"));
  }

  @ParameterizedTest
  @EnumSource
  void aForgedCommandEndsTheSession(Recorded recorded) {
    SecureSession session =
        new SecureSession(recorded.keys, recorded.hostChallenge, recorded.cardChallenge());
    session.authenticate(command(recorded.externalAuthenticate));
    byte[] forged = recorded.getEid.clone();
    forged[6] ^= 1;
    assertThat(session.unwrap(command(forged))).isEmpty();
    assertThat(session.isOpen()).isFalse();
    assertThat(session.unwrap(command(recorded.getEid))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aCommandTwiceEndsTheSession(Recorded recorded) {
    SecureSession session =
        new SecureSession(recorded.keys, recorded.hostChallenge, recorded.cardChallenge());
    session.authenticate(command(recorded.externalAuthenticate));
    assertThat(session.unwrap(command(recorded.getEid))).isPresent();
    assertThat(session.unwrap(command(recorded.getEid))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aHostWithoutTheKeyIsNotLetIn(Recorded recorded) {
    SecureSession session =
        new SecureSession(recorded.keys, recorded.hostChallenge, recorded.cardChallenge());
    byte[] forged = recorded.externalAuthenticate.clone();
    forged[7] ^= 1;
    assertThat(session.authenticate(command(forged))).isFalse();
  }

  private static String plain(SecureSession session, byte[] secured) {
    return HEX.formatHex(session.unwrap(command(secured)).orElseThrow().encoded());
  }

  private static CommandApdu command(byte[] bytes) {
    return CommandApdu.parse(bytes).orElseThrow();
  }
}
