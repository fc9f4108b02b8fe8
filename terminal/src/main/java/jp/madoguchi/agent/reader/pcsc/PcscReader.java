package jp.madoguchi.agent.reader.pcsc;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import jp.madoguchi.agent.reader.Reader;
import jp.madoguchi.agent.reader.ReaderState;
import jp.madoguchi.agent.reader.Transmission;

/**
 * A reader of PC/SC. It is looked for until it is there, and again whenever it or the service was
 * away: neither a cable that is pulled nor a service that starts anew ends it.
 */
public final class PcscReader implements Reader, AutoCloseable {

  private static final Logger LOG = System.getLogger(PcscReader.class.getName());

  /** A stay that ended while the card lies there is noticed after this long at the latest. */
  private static final Duration LOOK = Duration.ofMillis(300);

  private static final Duration SEARCH = Duration.ofMillis(500);
  private static final Duration END = Duration.ofSeconds(2);

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Winscard winscard;
  private final String wanted;
  private final Thread watching = new Thread(this::watch, "pcsc-reader");
  private volatile boolean open = true;
  private volatile String name;
  private volatile PcscStay stay;
  private volatile boolean there;
  private String complained = "";

  /**
   * @param name the reader's name, or a part of it that no other reader's name has: the numbers at
   *     the end of a name change with the socket it is plugged into
   * @throws IOException when this machine has no PC/SC
   */
  public static PcscReader named(String name) throws IOException {
    return new PcscReader(Winscard.ofThisMachine(), name);
  }

  /**
   * The readers that are connected now.
   *
   * @throws IOException when this machine has no PC/SC, or its service does not run
   */
  public static List<String> connected() throws IOException {
    try (PcscContext context = PcscContext.establish(Winscard.ofThisMachine())) {
      return context.readers();
    } catch (PcscException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  PcscReader(Winscard winscard, String wanted) {
    this.winscard = winscard;
    this.wanted = wanted;
    this.name = wanted;
    watching.setDaemon(true);
    watching.start();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ReaderState state() {
    if (!there) {
      return new ReaderState.None();
    }
    PcscStay now = stay;
    return now == null || now.ended() ? new ReaderState.Empty() : new ReaderState.Occupied(now);
  }

  @Override
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  @Override
  public void close() {
    open = false;
    watching.interrupt();
    try {
      watching.join(END.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() {
    while (open) {
      try (PcscContext context = PcscContext.establish(winscard)) {
        follow(context, find(context.readers()));
      } catch (PcscException e) {
        complain(e.getMessage());
      }
      lose();
      Pause.of(SEARCH);
    }
  }

  private Optional<String> find(List<String> connected) {
    if (connected.contains(wanted)) {
      return Optional.of(wanted);
    }
    String part = wanted.toLowerCase(Locale.ROOT);
    List<String> alike =
        connected.stream().filter(one -> one.toLowerCase(Locale.ROOT).contains(part)).toList();
    if (alike.size() == 1) {
      return Optional.of(alike.get(0));
    }
    complain(
        alike.isEmpty()
            ? "no reader is called " + wanted + "; connected: " + connected
            : "more than one reader is called " + wanted + ": " + alike);
    return Optional.empty();
  }

  /** Looks at the reader as long as it is there. */
  private void follow(PcscContext context, Optional<String> reader) throws PcscException {
    int known = Sighting.UNAWARE;
    while (open && reader.isPresent()) {
      Sighting seen = context.look(reader.get(), known, LOOK);
      if (!seen.readerThere()) {
        complain("the reader was pulled");
        return;
      }
      known = seen.state();
      see(reader.get(), seen);
    }
  }

  private void see(String reader, Sighting seen) {
    PcscStay before = stay;
    boolean news = !there;
    if (before == null ? seen.cardThere() : !before.isStill(seen)) {
      boolean failed = before != null && before.ended();
      endStay(new Transmission.CardGone());
      stay = seen.cardThere() ? new PcscStay(winscard, reader, seen, failed, this::tell) : null;
      news = true;
    }
    name = reader;
    there = true;
    complain(seen.muteCard() ? "the card does not answer; is it the right way up?" : "");
    if (news) {
      tell();
    }
  }

  private void lose() {
    boolean news = there;
    there = false;
    endStay(new Transmission.ReaderGone());
    if (news) {
      tell();
    }
  }

  private void endStay(Transmission how) {
    PcscStay ending = stay;
    stay = null;
    if (ending != null && open) {
      ending.end(how);
    } else if (ending != null) {
      ending.giveBack();
    }
  }

  private void tell() {
    listeners.forEach(Runnable::run);
  }

  /** Once for each reason, however long it lasts. */
  private void complain(String reason) {
    if (!reason.equals(complained) && !reason.isEmpty()) {
      LOG.log(Level.WARNING, "{0}", reason);
    }
    complained = reason;
  }
}
