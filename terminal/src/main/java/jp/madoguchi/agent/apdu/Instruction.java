package jp.madoguchi.agent.apdu;

/** The instruction bytes the card knows (ISO/IEC 7816-4 and -8, GlobalPlatform). */
public final class Instruction {

  public static final int VERIFY = 0x20;
  public static final int CHANGE_REFERENCE_DATA = 0x24;
  public static final int PERFORM_SECURITY_OPERATION = 0x2A;
  public static final int RESET_RETRY_COUNTER = 0x2C;
  public static final int ACTIVATE = 0x44;
  public static final int GENERATE_KEY_PAIR = 0x47;
  public static final int INITIALIZE_UPDATE = 0x50;
  public static final int EXTERNAL_AUTHENTICATE = 0x82;
  public static final int SELECT = 0xA4;
  public static final int READ_BINARY = 0xB0;
  public static final int READ_RECORD = 0xB2;
  public static final int GET_RESPONSE = 0xC0;
  public static final int GET_DATA = 0xCA;
  public static final int UPDATE_BINARY = 0xD6;

  private Instruction() {}
}
