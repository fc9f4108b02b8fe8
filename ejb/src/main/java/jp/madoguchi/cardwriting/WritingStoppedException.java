package jp.madoguchi.cardwriting;

/** The dialogue with the card cannot go on for a known reason. */
final class WritingStoppedException extends RuntimeException {

  private final WritingFault fault;

  WritingStoppedException(WritingFault fault) {
    super(fault.name());
    this.fault = fault;
  }

  WritingFault fault() {
    return fault;
  }
}
