package jp.madoguchi.agent.card;

import static jp.madoguchi.agent.card.ElementaryFile.Transparent.free;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.agent.card.ElementaryFile.AuthorityFile;
import jp.madoguchi.agent.card.ElementaryFile.KeyFile;
import jp.madoguchi.agent.card.ElementaryFile.PinFile;
import jp.madoguchi.agent.card.ElementaryFile.RecordFile;
import jp.madoguchi.agent.card.ElementaryFile.Transparent;

/** The applications of a card and their files, as every reader of the card may rely on them. */
final class Applications {

  /** 公的個人認証. */
  static final byte[] JPKI = HexFormat.of().parseHex("D392F000260100000001");

  /** 券面事項入力補助. */
  static final byte[] INPUT_SUPPORT = HexFormat.of().parseHex("D3921000310001010408");

  /** 券面事項確認. */
  static final byte[] FACE_CHECK = HexFormat.of().parseHex("D3921000310001010402");

  /** 共通. */
  static final byte[] COMMON = HexFormat.of().parseHex("D3921000310001010100");

  private static final int TOKEN_INFORMATION = 160;
  private static final int TOKEN_NAME = 32;
  private static final byte PRESENT = (byte) 0x8F;

  private final List<Application> all;

  Applications(Personalisation personalisation, CardMemory memory) {
    Application common = common(personalisation);
    Application inputSupport = inputSupport(personalisation);
    Application faceCheck = new Application(FACE_CHECK, Map.of());
    all =
        personalisation.kind() == CardKind.JUKI
            ? List.of(common, inputSupport, faceCheck)
            : List.of(jpki(memory), common, inputSupport, faceCheck);
  }

  Optional<Application> find(byte[] aid) {
    return all.stream().filter(application -> Arrays.equals(application.aid(), aid)).findFirst();
  }

  private static Application jpki(CardMemory memory) {
    Map<Integer, ElementaryFile> files = new HashMap<>();
    files.put(0x0006, free(Applications::tokenInformation));
    files.put(0x0008, free(() -> availability(memory.state())));
    for (Slot slot : Slot.values()) {
      Set<Pin> after = slot == Slot.SIGNATURE ? Set.of(Pin.SIGNATURE) : Set.of();
      files.put(
          slot.certificateFile(),
          new Transparent(() -> memory.state().slot(slot).certificate(), after));
      files.put(
          slot.authorityFile(),
          new AuthorityFile(slot, () -> memory.state().slot(slot).authority()));
      files.put(slot.keyFile(), new KeyFile(slot));
      files.put(slot.pin().file(), new PinFile(slot.pin()));
    }
    return new Application(JPKI, Map.copyOf(files));
  }

  private static Application common(Personalisation card) {
    byte[] content =
        (card.serial() + card.municipality() + card.expiry()).getBytes(StandardCharsets.US_ASCII);
    byte[] information = new byte[2 + content.length];
    information[0] = 0x01;
    information[1] = (byte) content.length;
    System.arraycopy(content, 0, information, 2, content.length);
    return new Application(COMMON, Map.of(0x0001, new RecordFile(List.of(information))));
  }

  private static Application inputSupport(Personalisation card) {
    byte[] items = BasicFourItems.encoded(card);
    Set<Pin> after = Set.of(Pin.INPUT_SUPPORT, Pin.NUMBER_B);
    return new Application(
        INPUT_SUPPORT,
        Map.of(
            0x0002,
            new Transparent(() -> items, after),
            Pin.INPUT_SUPPORT.file(),
            new PinFile(Pin.INPUT_SUPPORT),
            Pin.NUMBER_B.file(),
            new PinFile(Pin.NUMBER_B)));
  }

  private static byte[] tokenInformation() {
    byte[] information = new byte[TOKEN_INFORMATION];
    byte[] name = "JPKIAPICCTOKEN2".getBytes(StandardCharsets.US_ASCII);
    Arrays.fill(information, 0, TOKEN_NAME, (byte) ' ');
    System.arraycopy(name, 0, information, 0, name.length);
    return information;
  }

  private static byte[] availability(CardState state) {
    return new byte[] {
      state.slot(Slot.SIGNATURE).hasCertificate() ? PRESENT : 0,
      state.slot(Slot.USER_AUTHENTICATION).hasCertificate() ? PRESENT : 0,
      0
    };
  }
}
