package jp.madoguchi.agent.card;

import java.util.Optional;
import java.util.stream.Stream;

/** The two places for a key and its certificate in the JPKI application. */
public enum Slot {
  /** 利用者証明用. */
  USER_AUTHENTICATION(0x17, 0x0A, 0x0B, Pin.USER_AUTHENTICATION),
  /** 署名用. */
  SIGNATURE(0x1A, 0x01, 0x02, Pin.SIGNATURE);

  private final int keyFile;
  private final int certificateFile;
  private final int authorityFile;
  private final Pin pin;

  Slot(int keyFile, int certificateFile, int authorityFile, Pin pin) {
    this.keyFile = keyFile;
    this.certificateFile = certificateFile;
    this.authorityFile = authorityFile;
    this.pin = pin;
  }

  /** The slot whose key the issuing profile calls by this number, {@code 17} or {@code 1A}. */
  static Optional<Slot> ofKey(int reference) {
    return Stream.of(values()).filter(slot -> slot.keyFile == reference).findFirst();
  }

  int keyFile() {
    return keyFile;
  }

  int certificateFile() {
    return certificateFile;
  }

  int authorityFile() {
    return authorityFile;
  }

  /** The PIN that lets the key sign. */
  Pin pin() {
    return pin;
  }
}
