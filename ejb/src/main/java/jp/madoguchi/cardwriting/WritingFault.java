package jp.madoguchi.cardwriting;

import java.util.Optional;
import jp.madoguchi.cardwriting.CustomerView.Face;

/**
 * Why a writing does not go on. The texts stand in the bundle under {@code
 * writing.fault.<fault>.title}, one sentence, and {@code .next}, one next step.
 */
public enum WritingFault implements ScreenState {
  /** The clerk's browser stands at no terminal. */
  TERMINAL_NOT_CHOSEN,
  /** The terminal's agent does not call. */
  NO_TERMINAL,
  /** The agent speaks the exchange in a form that this server does not. */
  AGENT_VERSION,
  /** The case's reader was given back, by time or by a supervisor. */
  READER_RELEASED,
  /** The agent calls and has no reader. */
  NO_READER,
  /** The reader works for another case. */
  READER_TAKEN,
  /** The reader is empty. */
  NO_CARD,
  /** The card was taken away in the middle of the writing. */
  CARD_TORN,
  /** Another card lies on the reader. */
  WRONG_CARD,
  /** The card does not say which one it is. */
  CARD_UNKNOWN,
  /** The card has no application for certificates, as a 住民基本台帳カード. */
  OTHER_KIND,
  /** The holder has to type the PINs, again after a restart or ten minutes. */
  PIN_NEEDED,
  /** As {@link #PIN_NEEDED}, where a clerk types them from the reply that the holder sealed. */
  REPLY_PIN_NEEDED,
  /** Card and server did not understand each other; it is tried again. */
  CHANNEL_BROKEN,
  /**
   * What passes between card and server was changed at the terminal, or withheld; it is tried
   * again.
   */
  NOT_GENUINE,
  /** The card refused a command. */
  CARD_REFUSED,
  /** The card remembers something else than the journal; a person has to look. */
  CARD_DISAGREES,
  /** The authority did not take the card's key; another key is made. */
  KEY_REFUSED,
  /** The authority did not take the order itself; a person has to look. */
  CERTIFICATE_REFUSED,
  /** The authority is out of service; it is tried again. */
  AUTHORITY_AWAY,
  /** The authority works on the certificate, perhaps for long; it is asked again by itself. */
  AUTHORITY_WAITING,
  /** The server could not go on by a fault of its own; it is tried again. */
  SERVER_FAULT;

  /** Whether it is the ordinary waiting for the applicant, who has not put card or PINs yet. */
  public boolean ordinary() {
    return this == NO_CARD || this == PIN_NEEDED || this == REPLY_PIN_NEEDED;
  }

  /** The stem of the fault's text keys. */
  @Override
  public String key() {
    return "writing.fault." + ScreenState.kebab(name());
  }

  @Override
  public Look look() {
    return ordinary() ? Look.WAITS : Look.STOPPED;
  }

  @Override
  public Face face() {
    return switch (this) {
      case NO_CARD -> Face.NO_CARD;
      case CARD_TORN -> Face.CARD_TORN;
      case WRONG_CARD -> Face.WRONG_CARD;
      case CARD_UNKNOWN, OTHER_KIND -> Face.OTHER_KIND;
      case AUTHORITY_AWAY -> Face.AUTHORITY_AWAY;
      case AUTHORITY_WAITING -> Face.AUTHORITY_SLOW;
      default -> Face.FAULT;
    };
  }

  @Override
  public Optional<Resume> resume() {
    return switch (this) {
      case NO_TERMINAL, AGENT_VERSION, NO_READER, READER_RELEASED -> Optional.of(Resume.HERE);
      case CHANNEL_BROKEN,
          NOT_GENUINE,
          CARD_REFUSED,
          KEY_REFUSED,
          CERTIFICATE_REFUSED,
          AUTHORITY_AWAY,
          AUTHORITY_WAITING,
          SERVER_FAULT ->
          Optional.of(Resume.AGAIN);
      default -> Optional.empty();
    };
  }
}
