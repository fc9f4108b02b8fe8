package jp.madoguchi.terminal;

/** An agent that waits for its answer; it is answered at most once. */
public interface ExchangeCaller {

  /** There is something to do; false when the caller is no longer there to hear it. */
  boolean answer(ExchangeReply reply);

  /** There is nothing to do, or a later call of the same agent takes this one's place. */
  void nothing();
}
