package jp.madoguchi.agent.reader;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import jp.madoguchi.agent.apdu.Instruction;
import jp.madoguchi.agent.card.VirtualCard;

/**
 * A reader in software. A card can be taken off it at any time, also between doing and answering,
 * and the reader itself can be unplugged.
 */
public final class VirtualReader implements Reader {

  private static final int NEVER = 0;

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private Stay stay;
  private int commandsUntilTorn = NEVER;
  private boolean unplugged;

  @Override
  public String name() {
    return "virtual";
  }

  @Override
  public synchronized ReaderState state() {
    if (unplugged) {
      return new ReaderState.None();
    }
    return stay == null ? new ReaderState.Empty() : new ReaderState.Occupied(stay);
  }

  @Override
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /**
   * Puts a card on, in place of one that lies there; the reader is plugged in for it. What was
   * prepared by {@link #tearAfter} while nothing lay there befalls this card.
   */
  public void insert(VirtualCard card) {
    synchronized (this) {
      unplugged = false;
      card.reset();
      if (stay != null) {
        commandsUntilTorn = NEVER;
      }
      stay = new Stay(card, UUID.randomUUID().toString());
    }
    listeners.forEach(Runnable::run);
  }

  public void remove() {
    synchronized (this) {
      if (stay == null) {
        return;
      }
      stay.card.reset();
      stay = null;
      commandsUntilTorn = NEVER;
    }
    listeners.forEach(Runnable::run);
  }

  /** Pulls the reader's cable; a card on it is without power. */
  public void unplug() {
    synchronized (this) {
      if (stay != null) {
        stay.card.reset();
        stay = null;
      }
      commandsUntilTorn = NEVER;
      unplugged = true;
    }
    listeners.forEach(Runnable::run);
  }

  /** Plugs the reader in again; nothing lies on it. */
  public void plug() {
    synchronized (this) {
      unplugged = false;
    }
    listeners.forEach(Runnable::run);
  }

  /**
   * Takes the card off right after it has done so many more commands, before the last one's answer
   * is seen. GET RESPONSE belongs to the command before it and does not count.
   *
   * @param commands 1 or more; 0 takes the card off at once
   */
  public void tearAfter(int commands) {
    if (commands < 1) {
      remove();
      return;
    }
    synchronized (this) {
      commandsUntilTorn = commands;
    }
  }

  private synchronized Transmission transmit(Stay from, byte[] command) {
    if (stay != from) {
      return new Transmission.CardGone();
    }
    byte[] answer = from.card.transmit(command);
    boolean counts = command.length < 2 || (command[1] & 0xFF) != Instruction.GET_RESPONSE;
    if (counts && commandsUntilTorn != NEVER && --commandsUntilTorn == NEVER) {
      from.card.reset();
      stay = null;
      return new Transmission.CardGone();
    }
    return new Transmission.Answer(answer);
  }

  private final class Stay implements InsertedCard {

    private final VirtualCard card;
    private final String insertion;

    Stay(VirtualCard card, String insertion) {
      this.card = card;
      this.insertion = insertion;
    }

    @Override
    public String insertion() {
      return insertion;
    }

    @Override
    public byte[] atr() {
      return card.atr();
    }

    @Override
    public Transmission transmit(byte[] command) {
      Transmission result = VirtualReader.this.transmit(this, command);
      if (!(result instanceof Transmission.Answer)) {
        listeners.forEach(Runnable::run);
      }
      return result;
    }
  }
}
