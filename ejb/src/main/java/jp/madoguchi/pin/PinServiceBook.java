package jp.madoguchi.pin;

import java.util.List;
import java.util.Optional;

/** The visits for PINs. */
public interface PinServiceBook {

  long nextNumber();

  void add(PinService service);

  Optional<PinService> find(long id);

  /** As {@link #find}; whoever else acts on it waits. */
  Optional<PinService> lock(long id);

  /** The open one for a card. */
  Optional<PinService> openOf(String cardSerial);

  /** Those that are open, the one that waits longest first. */
  List<PinService> open(int limit);
}
