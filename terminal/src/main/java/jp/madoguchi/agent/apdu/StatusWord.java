package jp.madoguchi.agent.apdu;

/** The status words the card answers with (ISO/IEC 7816-4, 5.6). */
public final class StatusWord {

  public static final int DONE = 0x9000;

  /** The other side of an authentication did not prove its key. */
  public static final int NOT_AUTHENTICATED = 0x6300;

  /** The card's memory could not be written. */
  public static final int MEMORY_FAILURE = 0x6581;

  public static final int WRONG_LENGTH = 0x6700;
  public static final int ACCESS_DENIED = 0x6982;
  public static final int PIN_LOCKED = 0x6983;
  public static final int CONDITIONS_NOT_MET = 0x6985;
  public static final int NO_CURRENT_FILE = 0x6986;

  /** The message authentication code of a secured command is wrong. */
  public static final int WRONG_SECURE_MESSAGING = 0x6988;

  /** The command does not suit the selected file. */
  public static final int WRONG_KIND_OF_FILE = 0x6981;

  public static final int WRONG_DATA = 0x6A80;
  public static final int FILE_NOT_FOUND = 0x6A82;
  public static final int RECORD_NOT_FOUND = 0x6A83;
  public static final int NOT_ENOUGH_ROOM = 0x6A84;
  public static final int WRONG_PARAMETERS = 0x6A86;
  public static final int REFERENCE_NOT_FOUND = 0x6A88;
  public static final int WRONG_OFFSET = 0x6B00;
  public static final int UNKNOWN_INSTRUCTION = 0x6D00;
  public static final int UNKNOWN_CLASS = 0x6E00;

  private StatusWord() {}

  /** 63Cx: so many tries are left. */
  public static int triesLeft(int tries) {
    return 0x63C0 | Math.min(tries, 15);
  }

  /** 61xx: so many bytes wait for GET RESPONSE, 00 standing for 256 and more. */
  public static int bytesWaiting(int bytes) {
    return 0x6100 | (bytes >= 256 ? 0 : bytes);
  }
}
