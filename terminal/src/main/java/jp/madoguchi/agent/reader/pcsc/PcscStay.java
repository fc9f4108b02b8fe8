package jp.madoguchi.agent.reader.pcsc;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import jp.madoguchi.agent.reader.InsertedCard;
import jp.madoguchi.agent.reader.Transmission;

/**
 * One stay of a card on a PC/SC reader. It ends with the first command that is not answered, also
 * when the card still lies there: what was selected and agreed with it is lost.
 */
final class PcscStay implements InsertedCard {

  private static final Logger LOG = System.getLogger(PcscReader.class.getName());

  /** Windows itself looks at a card that was put on, and other programs may. */
  private static final int TRIES = 30;

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

  private final String insertion = UUID.randomUUID().toString();
  private final Winscard winscard;
  private final String reader;
  private final Sighting seen;
  private final boolean powerAnew;
  private final Runnable onEnd;
  private PcscConnection connection;
  private volatile Transmission gone;

  /**
   * @param powerAnew the stay before ended with a failure, and this may be the same card
   * @param onEnd is run when the stay ended with a command that was not answered
   */
  PcscStay(Winscard winscard, String reader, Sighting seen, boolean powerAnew, Runnable onEnd) {
    this.winscard = winscard;
    this.reader = reader;
    this.seen = seen;
    this.powerAnew = powerAnew;
    this.onEnd = onEnd;
  }

  @Override
  public String insertion() {
    return insertion;
  }

  @Override
  public byte[] atr() {
    return seen.atr().clone();
  }

  @Override
  public Transmission transmit(byte[] command) {
    Transmission result = answered(command);
    if (!(result instanceof Transmission.Answer)) {
      onEnd.run();
    }
    return result;
  }

  /** Whether this card is no more the one that was put on. */
  boolean ended() {
    return gone != null;
  }

  /** Whether the card seen now was there all the time. */
  boolean isStill(Sighting now) {
    return gone == null && now.cardThere() && now.count() == seen.count();
  }

  /**
   * The card has left.
   *
   * @param how what whoever sends it a command is told from now on
   */
  synchronized void end(Transmission how) {
    end(how, PcscConnection::letGo);
  }

  /** The reader is no more ours, and the card on it may be used by others. */
  synchronized void giveBack() {
    end(new Transmission.ReaderGone(), PcscConnection::giveBack);
  }

  private void end(Transmission how, Consumer<PcscConnection> closing) {
    gone = gone == null ? how : gone;
    if (connection != null) {
      closing.accept(connection);
      connection = null;
    }
  }

  private synchronized Transmission answered(byte[] command) {
    if (gone != null) {
      return gone;
    }
    try {
      if (connection == null) {
        connection = connect();
        if (powerAnew) {
          connection.powerAnew();
        }
      }
      byte[] answer = connection.transmit(command);
      if (answer.length >= 2) {
        return new Transmission.Answer(answer);
      }
      LOG.log(Level.WARNING, "the card gave no whole answer");
      end(new Transmission.CardGone());
    } catch (PcscException e) {
      LOG.log(Level.WARNING, "the card did not answer: {0}", e.getMessage());
      end(e.readerGone() ? new Transmission.ReaderGone() : new Transmission.CardGone());
    }
    return gone;
  }

  private PcscConnection connect() throws PcscException {
    PcscContext context = PcscContext.establish(winscard);
    try {
      for (int attempt = 1; ; attempt++) {
        try {
          return PcscConnection.open(winscard, context, reader);
        } catch (PcscException e) {
          if (!e.is(PcscError.SCARD_E_SHARING_VIOLATION) || attempt == TRIES) {
            throw e;
          }
          Pause.of(BETWEEN_TRIES);
        }
      }
    } catch (PcscException e) {
      context.close();
      throw e;
    }
  }
}
