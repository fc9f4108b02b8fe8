package jp.madoguchi.agent.reader;

/** The rack cannot do what it was asked for. */
public final class RackException extends Exception {

  public RackException(String reason) {
    super(reason);
  }

  public RackException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
