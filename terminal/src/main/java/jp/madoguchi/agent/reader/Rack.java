package jp.madoguchi.agent.reader;

/** Cards at hand that the training stage may put on the reader; a real reader has none. */
@FunctionalInterface
public interface Rack {

  /**
   * @throws RackException when the order cannot be done, with the reason for the log
   */
  void perform(RackOrder order) throws RackException;

  /** A terminal whose reader is handled by people only. */
  static Rack none() {
    return order -> {
      throw new RackException("this terminal has no rack of virtual cards");
    };
  }
}
