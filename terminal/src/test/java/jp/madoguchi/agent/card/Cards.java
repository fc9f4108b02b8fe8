package jp.madoguchi.agent.card;

import java.security.KeyPair;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Cards for tests. */
public final class Cards {

  public static final String SERIAL = "142120000000017";
  public static final String SIGNATURE_PIN = "ATSUGI2026";
  public static final String AUTHENTICATION_PIN = "4649";

  private static final List<KeyPair> PREPARED = prepared(6);

  private Cards() {}

  public static Personalisation personalisation(CardKind kind) {
    return new Personalisation(
        kind,
        SERIAL,
        "14212",
        "20310217",
        "7890",
        "研修　花子",
        "神奈川県厚木市中町三丁目17番17号",
        "19800217",
        "2",
        "1234",
        new Personalisation.IssuingKeys(
            "404142434445464748494a4b4c4d4e4f", "505152535455565758595a5b5c5d5e5f"));
  }

  public static Personalisation aMyNumberCard() {
    return personalisation(CardKind.MY_NUMBER);
  }

  /** Keys made once for all tests, handed out in turn: making them is slow. */
  public static KeySource preparedKeys() {
    AtomicInteger next = new AtomicInteger();
    return () -> PREPARED.get(next.getAndIncrement() % PREPARED.size());
  }

  public static VirtualCard fresh() {
    return VirtualCard.inMemory(aMyNumberCard(), preparedKeys());
  }

  private static List<KeyPair> prepared(int count) {
    KeySource source = KeySource.generating();
    return IntStream.range(0, count).mapToObj(i -> source.next()).toList();
  }
}
