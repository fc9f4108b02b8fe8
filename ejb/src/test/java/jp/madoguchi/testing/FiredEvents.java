package jp.madoguchi.testing;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Keeps the events that a bean fires, for tests of what it tells the others. */
public final class FiredEvents<T> implements Event<T> {

  private final List<T> events = new ArrayList<>();
  private final Consumer<T> listener;

  public FiredEvents() {
    this(event -> {});
  }

  /**
   * @param listener hears of each event at once
   */
  public FiredEvents(Consumer<T> listener) {
    this.listener = listener;
  }

  public List<T> all() {
    return List.copyOf(events);
  }

  @Override
  public void fire(T event) {
    events.add(event);
    listener.accept(event);
  }

  @Override
  public <U extends T> CompletionStage<U> fireAsync(U event) {
    fire(event);
    return CompletableFuture.completedStage(event);
  }

  @Override
  public <U extends T> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
    return fireAsync(event);
  }

  @Override
  public Event<T> select(Annotation... qualifiers) {
    return this;
  }

  @Override
  public <U extends T> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
    throw new UnsupportedOperationException("Tests fire without qualifiers");
  }

  @Override
  public <U extends T> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
    throw new UnsupportedOperationException("Tests fire without qualifiers");
  }
}
