package jp.madoguchi.whole;

/**
 * What else is going on in the counter when its server is killed, and must go on afterwards. All
 * share one end of the server, since its start is what costs a test most.
 */
interface Bystander {

  /** Comes into the middle of what it does, and stays there. */
  void begins() throws Exception;

  /** Between the server's end and its new start. */
  default void whileTheServerIsAway() throws Exception {}

  /** As soon as it has started. */
  default void whenTheServerIsBack() {}

  /** Asserts that it goes on with the new server. */
  void goesOn() throws Exception;
}
