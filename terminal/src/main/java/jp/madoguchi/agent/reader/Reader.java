package jp.madoguchi.agent.reader;

/**
 * A card reader. The virtual one is the first; a PC/SC reader maps all that its driver does to the
 * same three results.
 */
public interface Reader {

  String name();

  ReaderState state();

  /** Is told, on any thread, whenever the state has changed. */
  void onChange(Runnable listener);
}
