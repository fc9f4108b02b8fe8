package jp.madoguchi.cardwriting;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import jp.madoguchi.cardwriting.WritingJournal.Settlement;
import jp.madoguchi.cardwriting.WritingMilestones.Material;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.terminal.CommandApdu;
import jp.madoguchi.terminal.UnreadableAnswerException;

/**
 * Which round comes next in the writing of a case, decided by the journals of server and card. A
 * fresh case with two certificates takes four rounds with the opening one: key and proof; write,
 * activate and check the first with key and proof of the second; write, activate and check the
 * second.
 *
 * <p>Each round's state is committed before the round is sent. When something of the case may be on
 * the card already, the card's journal is read alone first, and decides.
 */
final class WritingDialogue implements CardDialogue {

  /** What the authority finds wrong with a key; another key may pass. */
  private static final Set<String> KEY_PROBLEMS = Set.of("weak-key", "key-used-before");

  private static final SecureRandom RANDOM = new SecureRandom();

  private final WritingPlace place;
  private final String receptionNumber;
  private final WritingMilestones milestones;
  private final PinVault pins;
  private boolean settled;
  private List<CertificateType> inUse = List.of();
  private List<CertificateWriting> left;

  WritingDialogue(WritingPlace place, WritingMilestones milestones, PinVault pins) {
    this.place = place;
    this.receptionNumber = place.receptionNumber();
    this.milestones = milestones;
    this.pins = pins;
  }

  @Override
  public String receptionNumber() {
    return receptionNumber;
  }

  /**
   * The next round; empty when all is done or a PIN is missing.
   *
   * @throws WritingStoppedException when a person has to look
   */
  @Override
  public Optional<Round> next() {
    List<CertificateWriting> open = open();
    if (open.isEmpty()) {
      return Optional.empty();
    }
    CertificateWriting first = open.get(0);
    if (!settled && first.state() != WritingState.PLANNED) {
      return Optional.of(settling());
    }
    return switch (first.state()) {
      case PLANNED -> hasPin(first) ? Optional.of(makingKey(first)) : Optional.empty();
      case KEY_REQUESTED -> Optional.of(readingKey(first));
      case KEY_KNOWN, CERTIFICATE_ISSUED, WRITTEN ->
          hasPin(first) ? Optional.of(writing(first, successor(open))) : Optional.empty();
      case ACTIVATION_SENT -> checkingOrDone(first);
      case ACTIVE, CANCELLED -> Optional.empty();
    };
  }

  /** As the step that was committed just now has left it, else as it stands. */
  private List<CertificateWriting> open() {
    List<CertificateWriting> known = left;
    left = null;
    return known == null ? milestones.open(receptionNumber) : known;
  }

  @Override
  public void requireReader() {
    milestones.requireReader(place);
  }

  @Override
  public void brokenOff(Round round, int answered) {
    if (round.endedBeforeSwitch(answered)) {
      milestones.switchNotSent(receptionNumber);
    }
  }

  private Round settling() {
    return new Round().send(IssuingCommands.readJournal(), this::settle);
  }

  private void settle(byte[] answer) {
    Settlement settlement = milestones.settle(place, CardJournal.parse(answer));
    if (!settlement.agrees()) {
      throw new WritingStoppedException(WritingFault.CARD_DISAGREES);
    }
    inUse = settlement.inUse();
    settled = true;
  }

  private Round makingKey(CertificateWriting first) {
    milestones.requestKey(place, first);
    Round round = new Round();
    if (!settled) {
      round.send(IssuingCommands.readJournal(), CardJournal::parse);
      settled = true;
    }
    return addKey(round, first);
  }

  private Round addKey(Round round, CertificateWriting writing) {
    CommandApdu make = IssuingCommands.makeKey(CardSlot.of(writing.type()), writing.transaction());
    return addProof(round, make, writing);
  }

  private Round readingKey(CertificateWriting writing) {
    return addProof(new Round(), IssuingCommands.readKey(), writing);
  }

  private Round addProof(Round round, CommandApdu keyCommand, CertificateWriting writing) {
    byte[] nonce = random(20);
    AtomicReference<RSAPublicKey> key = new AtomicReference<>();
    return round
        .send(keyCommand, answer -> key.set(StagedKey.parse(answer)))
        .send(IssuingCommands.prove(nonce), signature -> requireSigned(key.get(), nonce, signature))
        .then(() -> keyKnown(writing, key.get()));
  }

  private void keyKnown(CertificateWriting writing, RSAPublicKey key) {
    try {
      left = milestones.keyKnown(place, writing, key);
    } catch (BusinessException e) {
      if (!KEY_PROBLEMS.contains(e.problem().code())) {
        throw e;
      }
      milestones.keyRefused(place, writing);
      throw new WritingStoppedException(WritingFault.KEY_REFUSED);
    }
  }

  private Round writing(CertificateWriting first, Optional<CertificateWriting> next) {
    Material material = milestones.beforeActivation(place, first, next);
    CardSlot slot = CardSlot.of(first.type());
    Round round =
        new Round()
            .send(CommandApdu.selectFile(slot.certificateFile()))
            .send(IssuingCommands.write(material.certificate(), first.bytesWritten()))
            .send(CommandApdu.selectFile(slot.issuerFile()))
            .send(IssuingCommands.write(material.issuer(), 0))
            .send(CommandApdu.selectFile(slot.pinFile()));
    withPin(first, pin -> round.send(IssuingCommands.setPin(pin)));
    round.sendSwitch(IssuingCommands.activate(first.transaction(), material.certificate()));
    addCheck(round, first, material);
    next.ifPresent(other -> addKey(round, other));
    return round;
  }

  /**
   * The card says that it uses the certificate; with the PIN at hand it is checked as well. It is
   * set once more, since a card that is torn away while it compares has counted a try each time.
   */
  private Optional<Round> checkingOrDone(CertificateWriting first) {
    if (!inUse.contains(first.type())) {
      throw new IllegalStateException("An activation is open that the card does not know");
    }
    if (hasPin(first)) {
      Round round = new Round().send(CommandApdu.selectFile(CardSlot.of(first.type()).pinFile()));
      withPin(first, pin -> round.send(IssuingCommands.setPin(pin)));
      return Optional.of(addCheck(round, first, milestones.material(first)));
    }
    left = milestones.active(place, first);
    return next();
  }

  /** Reads the certificate back and has something random signed under the PIN. */
  private Round addCheck(Round round, CertificateWriting writing, Material material) {
    CardSlot slot = CardSlot.of(writing.type());
    ByteArrayOutputStream readBack = new ByteArrayOutputStream();
    byte[] message = random(32);
    round.send(CommandApdu.selectFile(slot.pinFile()));
    withPin(writing, pin -> round.send(CommandApdu.verify(pin)));
    round.send(CommandApdu.selectFile(slot.certificateFile()));
    IssuingCommands.read(material.certificate().length)
        .forEach(read -> round.send(read, readBack::writeBytes));
    return round
        .send(CommandApdu.selectFile(slot.keyFile()))
        .send(
            IssuingCommands.sign(message),
            signature -> requireUsable(material, readBack.toByteArray(), message, signature))
        .then(() -> left = milestones.active(place, writing));
  }

  private static void requireSigned(RSAPublicKey key, byte[] nonce, byte[] signature) {
    if (!StagedKey.signed(key, nonce, signature)) {
      throw new UnreadableAnswerException("The card does not prove that it has the key");
    }
  }

  private static void requireUsable(
      Material material, byte[] readBack, byte[] message, byte[] signature) {
    RSAPublicKey key = StagedKey.ofCertificate(material.certificate());
    if (!Arrays.equals(material.certificate(), readBack)
        || !StagedKey.signed(key, message, signature)) {
      throw new WritingStoppedException(WritingFault.CARD_DISAGREES);
    }
  }

  private Optional<CertificateWriting> successor(List<CertificateWriting> open) {
    return open.stream()
        .skip(1)
        .filter(writing -> writing.state() == WritingState.PLANNED && hasPin(writing))
        .findFirst();
  }

  private boolean hasPin(CertificateWriting writing) {
    return pins.has(receptionNumber, writing.type());
  }

  private void withPin(CertificateWriting writing, Consumer<byte[]> use) {
    byte[] pin =
        pins.copy(receptionNumber, writing.type())
            .orElseThrow(() -> new WritingStoppedException(WritingFault.PIN_NEEDED));
    try {
      use.accept(pin);
    } finally {
      Arrays.fill(pin, (byte) 0);
    }
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
