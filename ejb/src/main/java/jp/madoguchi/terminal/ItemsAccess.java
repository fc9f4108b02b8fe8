package jp.madoguchi.terminal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** By what the basic four items are opened: which PIN file, and what is presented to it. */
public final class ItemsAccess {

  private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("yyMMdd");

  private final int pinFile;
  private final byte[] secret;

  private ItemsAccess(int pinFile, String secret) {
    this.pinFile = pinFile;
    this.secret = secret.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * By what is printed on the card (照合番号B).
   *
   * @param expiryYear four digits
   * @param securityCode the four digits printed beside the photograph
   * @throws IllegalArgumentException when the code or the year has another form
   */
  public static ItemsAccess byNumberB(LocalDate birthDate, int expiryYear, String securityCode) {
    if (!securityCode.matches("[0-9]{4}") || expiryYear < 2000 || expiryYear > 2999) {
      throw new IllegalArgumentException("A security code has four digits, and so has a year");
    }
    return new ItemsAccess(0x0015, SHORT_DATE.format(birthDate) + expiryYear + securityCode);
  }

  /**
   * By the holder's four-digit PIN for input support.
   *
   * @throws IllegalArgumentException when it has not four digits
   */
  public static ItemsAccess byPin(String pin) {
    if (!pin.matches("[0-9]{4}")) {
      throw new IllegalArgumentException("The PIN has four digits");
    }
    return new ItemsAccess(0x0011, pin);
  }

  int pinFile() {
    return pinFile;
  }

  byte[] secret() {
    return secret;
  }

  @Override
  public String toString() {
    return "access by PIN file %04X".formatted(pinFile);
  }
}
