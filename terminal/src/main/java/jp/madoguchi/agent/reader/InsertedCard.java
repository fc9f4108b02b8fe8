package jp.madoguchi.agent.reader;

/** One stay of a card on a reader; the same card put on again is another one. */
public interface InsertedCard {

  /** A name for this stay, never used again. */
  String insertion();

  byte[] atr();

  /** Sends one command as it is; once the card has left, every answer is that it is gone. */
  Transmission transmit(byte[] command);
}
