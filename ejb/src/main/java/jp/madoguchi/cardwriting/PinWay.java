package jp.madoguchi.cardwriting;

/** What is done with a PIN of the card. */
public enum PinWay {
  /** 変更: the holder knows the PIN that the card has now, and proves it to the card. */
  CHANGE,
  /** 初期化: it is forgotten or locked; the holder has shown who they are. */
  RESET
}
