package jp.madoguchi.terminal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The orders to a terminal's rack, one after the other, until the agent tells that they are carried
 * out. That a call was answered says nothing: nobody here sees that an agent that waited was ended,
 * and the next one is given the order again.
 */
final class RackOrders {

  private final Deque<Waiting> waiting = new ArrayDeque<>();

  private record Waiting(RackOrder order, CompletableFuture<Void> settled) {}

  /**
   * Adds an order; those that it leaves without a trace are not carried out any more.
   *
   * @return completed once the agent has told of it, or a later order has taken its place
   */
  CompletableFuture<Void> add(RackOrder order) {
    if (takesTheCardOff(order)) {
      overtakeFromTheFirstInsertion();
    }
    Waiting added = new Waiting(order, new CompletableFuture<>());
    waiting.add(added);
    return added.settled();
  }

  /** What the agent is to do next. */
  Optional<RackOrder> next() {
    return Optional.ofNullable(waiting.peek()).map(Waiting::order);
  }

  /** The agent has carried this one out; of one that is not known here nothing follows. */
  void done(String id) {
    if (waiting.stream().anyMatch(one -> one.order().id().equals(id))) {
      Waiting settled;
      do {
        settled = waiting.remove();
        settled.settled().complete(null);
      } while (!settled.order().id().equals(id));
    }
  }

  private static boolean takesTheCardOff(RackOrder order) {
    return switch (order.act()) {
      case INSERT, REMOVE, UNPLUG -> true;
      case TEAR, PLUG -> false;
    };
  }

  /** What was prepared before that stays: a tear befalls the card that comes next. */
  private void overtakeFromTheFirstInsertion() {
    while (waiting.stream().anyMatch(one -> one.order().act() == RackOrder.Act.INSERT)) {
      waiting.removeLast().settled().complete(null);
    }
  }
}
