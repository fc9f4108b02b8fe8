package jp.madoguchi.cardwriting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import jp.madoguchi.agent.card.VirtualCard;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.terminal.Answer;
import jp.madoguchi.terminal.ApplicationId;
import jp.madoguchi.terminal.CommandApdu;

/** A card as its holder uses it, away from the counter: with the PINs and nothing else. */
final class CardInHand {

  private final VirtualCard card;

  CardInHand(VirtualCard card) {
    this.card = card;
  }

  /** The certificate that any reader finds, after the PIN where it is needed. */
  Optional<byte[]> certificate(CertificateType type) {
    CardSlot slot = CardSlot.of(type);
    card.reset();
    send(CommandApdu.selectApplication(ApplicationId.JPKI));
    send(CommandApdu.selectFile(slot.pinFile()));
    send(CommandApdu.verify(Counter.pinOf(type)));
    send(CommandApdu.selectFile(slot.certificateFile()));
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    Answer answer = send(CommandApdu.read(0, 200));
    while (answer.ok() && answer.length() > 0) {
      read.writeBytes(answer.data());
      answer = send(CommandApdu.read(read.size(), 200));
    }
    return read.size() == 0 ? Optional.empty() : Optional.of(read.toByteArray());
  }

  /** Whether the key signs for the certificate that is there. */
  boolean works(CertificateType type) {
    Optional<byte[]> certificate = certificate(type);
    byte[] message = {1, 2, 3};
    send(CommandApdu.selectFile(CardSlot.of(type).keyFile()));
    Answer signature = send(IssuingCommands.sign(message));
    return certificate.isPresent()
        && signature.ok()
        && StagedKey.signed(StagedKey.ofCertificate(certificate.get()), message, signature.data());
  }

  /** Whether the card takes this PIN; a wrong one costs a try. */
  boolean accepts(CertificateType type, String pin) {
    card.reset();
    send(CommandApdu.selectApplication(ApplicationId.JPKI));
    send(CommandApdu.selectFile(CardSlot.of(type).pinFile()));
    return send(CommandApdu.verify(pin.getBytes(StandardCharsets.US_ASCII))).ok();
  }

  /** Somebody types wrong PINs until the card takes no more, not even the right one. */
  void lock(CertificateType type) {
    card.reset();
    send(CommandApdu.selectApplication(ApplicationId.JPKI));
    send(CommandApdu.selectFile(CardSlot.of(type).pinFile()));
    byte[] wrong = "9999".getBytes(StandardCharsets.US_ASCII);
    for (int tries = 0; tries < 6; tries++) {
      send(CommandApdu.verify(wrong));
    }
    assertThat(send(CommandApdu.verify(Counter.pinOf(type))).ok()).isFalse();
  }

  /** Another issuing system stages a key of its own in place of the one that waits. */
  void loseStagedKey(Counter counter) {
    counter.stageAnotherKey(card);
  }

  private Answer send(CommandApdu command) {
    byte[] answer = card.transmit(command.bytes());
    assertThat(answer.length).isGreaterThanOrEqualTo(2);
    return Answer.parse(HexFormat.of().formatHex(Arrays.copyOf(answer, answer.length)));
  }
}
