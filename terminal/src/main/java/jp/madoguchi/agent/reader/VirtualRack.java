package jp.madoguchi.agent.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import jp.madoguchi.agent.card.KeySource;
import jp.madoguchi.agent.card.VirtualCard;

/** A directory of card files {@code <serial>.json} and the reader they are put on. */
public final class VirtualRack implements Rack {

  private static final Pattern SERIAL = Pattern.compile("[0-9A-Za-z_-]{1,32}");

  private final Path directory;
  private final KeySource keys;
  private final VirtualReader reader = new VirtualReader();

  public VirtualRack(Path directory, KeySource keys) {
    this.directory = directory;
    this.keys = keys;
  }

  /** The one reader the cards are put on. */
  public VirtualReader reader() {
    return reader;
  }

  @Override
  public void perform(RackOrder order) throws RackException {
    switch (order.act()) {
      case INSERT -> insert(order.cardSerial());
      case REMOVE -> reader.remove();
      case TEAR -> reader.tearAfter(order.afterCommand());
      case UNPLUG -> reader.unplug();
      case PLUG -> reader.plug();
    }
  }

  /** Puts the card with this serial on the reader. */
  public void insert(String serial) throws RackException {
    if (serial == null || !SERIAL.matcher(serial).matches()) {
      throw new RackException("not a card serial");
    }
    Path file = directory.resolve(serial + ".json");
    if (!Files.isRegularFile(file)) {
      throw new RackException("no card file " + file);
    }
    try {
      reader.insert(VirtualCard.ofFile(file, keys));
    } catch (IOException e) {
      throw new RackException("card file " + file + " cannot be used: " + e.getMessage(), e);
    }
  }
}
