package jp.madoguchi.terminal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.random.RandomGenerator;
import jp.madoguchi.text.CheckedCode;

/** What an administrator carries to a terminal once, so that its agent can enrol. */
public record PairingCode(String value) {

  /**
   * @throws IllegalArgumentException when form or check character are wrong
   */
  public PairingCode {
    if (!CheckedCode.isRight(value)) {
      throw new IllegalArgumentException("Not a pairing code");
    }
  }

  static PairingCode random(RandomGenerator lot) {
    return new PairingCode(CheckedCode.random(lot));
  }

  /** Reads what a person typed; empty when it is no pairing code. */
  static Optional<PairingCode> read(String typed) {
    return CheckedCode.read(typed).map(PairingCode::new);
  }

  /** 60 random bits are far more than can be tried in the minutes that a code lives. */
  byte[] hash() {
    return Fingerprint.of(value.getBytes(StandardCharsets.US_ASCII));
  }

  /** Not the code itself, which has no place in a log. */
  @Override
  public String toString() {
    return "pairing code";
  }
}
