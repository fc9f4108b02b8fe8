package jp.madoguchi.agent.card;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What can be selected inside an application (EF). */
sealed interface ElementaryFile {

  /** A file that READ BINARY reads. */
  sealed interface Readable extends ElementaryFile {

    Supplier<byte[]> content();

    /** One of these must be verified before; empty: free. */
    Set<Pin> readableAfter();
  }

  /** Bytes that only readers use. */
  record Transparent(Supplier<byte[]> content, Set<Pin> readableAfter) implements Readable {

    static Transparent free(Supplier<byte[]> content) {
      return new Transparent(content, Set.of());
    }
  }

  /** The certificate of a slot's authority, which the issuing profile writes. */
  record AuthorityFile(Slot slot, Supplier<byte[]> content) implements Readable {

    @Override
    public Set<Pin> readableAfter() {
      return Set.of();
    }
  }

  record RecordFile(List<byte[]> records) implements ElementaryFile {}

  record PinFile(Pin pin) implements ElementaryFile {}

  record KeyFile(Slot slot) implements ElementaryFile {}
}
