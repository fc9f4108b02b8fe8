package jp.madoguchi.agent.card;

import static jp.madoguchi.agent.apdu.StatusWord.ACCESS_DENIED;
import static jp.madoguchi.agent.apdu.StatusWord.CONDITIONS_NOT_MET;
import static jp.madoguchi.agent.apdu.StatusWord.MEMORY_FAILURE;
import static jp.madoguchi.agent.apdu.StatusWord.UNKNOWN_CLASS;
import static jp.madoguchi.agent.apdu.StatusWord.UNKNOWN_INSTRUCTION;
import static jp.madoguchi.agent.apdu.StatusWord.WRONG_LENGTH;
import static jp.madoguchi.agent.apdu.StatusWord.WRONG_PARAMETERS;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import jp.madoguchi.agent.apdu.CommandApdu;
import jp.madoguchi.agent.apdu.Instruction;
import jp.madoguchi.agent.apdu.ResponseApdu;

/**
 * A card in software: it answers as a 個人番号カード (or a 住民基本台帳カード) does, and keeps what a card keeps.
 * Every change is in its store before the answer goes out. Safe for several threads, which take
 * turns.
 */
public final class VirtualCard {

  private static final byte[] ATR = HexFormat.of().parseHex("3BE000FF8131FE4514");
  private static final int ISO = 0x00;
  private static final int ISO_SECURED = 0x04;
  private static final int OWN = 0x80;
  private static final int OWN_SECURED = 0x84;

  private final Personalisation personalisation;
  private final FileCommands files;
  private final PinCommands pins;
  private final SignCommand signatures;
  private final IssuingProfile issuing;
  private final CardChannel channel;
  private final WaitingAnswer waiting = new WaitingAnswer();
  private final Session session = new Session();

  public VirtualCard(Personalisation personalisation, CardStore store, KeySource keys)
      throws IOException {
    CardMemory memory = new CardMemory(store, personalisation);
    this.personalisation = personalisation;
    this.files = new FileCommands(new Applications(personalisation, memory), session);
    this.pins = new PinCommands(memory, session);
    this.signatures = new SignCommand(memory, session);
    this.issuing = new IssuingProfile(memory, session, keys);
    this.channel = new CardChannel(personalisation, memory);
  }

  /** The card of a file {@code <serial>.json}, whose memory is {@code <serial>.state} beside it. */
  public static VirtualCard ofFile(Path file, KeySource keys) throws IOException {
    String name = file.getFileName().toString().replaceFirst("\\.json$", "");
    CardStore store = new FileCardStore(file.resolveSibling(name + ".state"));
    return new VirtualCard(Personalisation.read(file), store, keys);
  }

  /** A card that lives as long as the program, with keys made when they are asked for. */
  public static VirtualCard inMemory(Personalisation personalisation) {
    return inMemory(personalisation, KeySource.generating());
  }

  public static VirtualCard inMemory(Personalisation personalisation, KeySource keys) {
    try {
      return new VirtualCard(personalisation, new MemoryCardStore(), keys);
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot fail", e);
    }
  }

  public String serial() {
    return personalisation.serial();
  }

  public byte[] atr() {
    return ATR.clone();
  }

  /** Takes the power away and gives it back: what is selected, verified and agreed is forgotten. */
  public synchronized void reset() {
    session.select((Application) null);
    channel.close();
    waiting.clear();
  }

  /** One command, one answer. */
  public synchronized byte[] transmit(byte[] command) {
    Optional<CommandApdu> parsed = CommandApdu.parse(command);
    ResponseApdu answer;
    try {
      answer = parsed.isPresent() ? answer(parsed.get()) : ResponseApdu.of(WRONG_LENGTH);
    } catch (IOException e) {
      answer = ResponseApdu.of(MEMORY_FAILURE);
    }
    return answer.encoded();
  }

  private ResponseApdu answer(CommandApdu command) throws IOException {
    if (command.is(ISO, Instruction.GET_RESPONSE)) {
      return waiting.more(command);
    }
    waiting.clear();
    return switch (command.cla()) {
      case ISO, OWN -> {
        boolean beginning = command.is(OWN, Instruction.INITIALIZE_UPDATE);
        channel.close();
        ResponseApdu answer = beginning ? begin(command) : process(command, false);
        yield waiting.first(answer, command.le());
      }
      case ISO_SECURED, OWN_SECURED ->
          command.is(OWN_SECURED, Instruction.EXTERNAL_AUTHENTICATE)
              ? channel.open(command)
              : waiting.first(
                  channel.through(command, plain -> process(plain, true)), WaitingAnswer.MOST);
      default -> ResponseApdu.of(UNKNOWN_CLASS);
    };
  }

  private ResponseApdu begin(CommandApdu command) throws IOException {
    return issues() ? channel.begin(command) : ResponseApdu.of(UNKNOWN_INSTRUCTION);
  }

  private ResponseApdu process(CommandApdu command, boolean secured) throws IOException {
    if (command.cla() == OWN) {
      return command.ins() == Instruction.PERFORM_SECURITY_OPERATION
          ? sign(command)
          : ResponseApdu.of(
              command.ins() == Instruction.INITIALIZE_UPDATE
                  ? CONDITIONS_NOT_MET
                  : UNKNOWN_INSTRUCTION);
    }
    return switch (command.ins()) {
      case Instruction.SELECT -> files.select(command);
      case Instruction.READ_BINARY -> files.readBinary(command);
      case Instruction.READ_RECORD -> files.readRecord(command);
      case Instruction.VERIFY -> pins.verify(command);
      case Instruction.CHANGE_REFERENCE_DATA -> pins.change(command);
      case Instruction.PERFORM_SECURITY_OPERATION,
          Instruction.RESET_RETRY_COUNTER,
          Instruction.ACTIVATE,
          Instruction.GENERATE_KEY_PAIR,
          Instruction.GET_DATA,
          Instruction.UPDATE_BINARY ->
          secured ? issue(command) : refusedOutside();
      default -> ResponseApdu.of(UNKNOWN_INSTRUCTION);
    };
  }

  private ResponseApdu sign(CommandApdu command) {
    return command.has(0x00, 0x80) ? signatures.sign(command) : ResponseApdu.of(WRONG_PARAMETERS);
  }

  private ResponseApdu issue(CommandApdu command) throws IOException {
    return switch (command.ins()) {
      case Instruction.PERFORM_SECURITY_OPERATION ->
          command.has(0x9E, 0x9A) ? issuing.prove(command) : ResponseApdu.of(WRONG_PARAMETERS);
      case Instruction.RESET_RETRY_COUNTER -> pins.set(command);
      case Instruction.ACTIVATE -> issuing.activate(command);
      case Instruction.GENERATE_KEY_PAIR -> issuing.key(command);
      case Instruction.GET_DATA -> issuing.journal(command);
      default -> issuing.write(command);
    };
  }

  private ResponseApdu refusedOutside() {
    return ResponseApdu.of(issues() ? ACCESS_DENIED : UNKNOWN_INSTRUCTION);
  }

  private boolean issues() {
    return personalisation.kind() == CardKind.MY_NUMBER;
  }
}
