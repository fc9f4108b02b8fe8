package jp.madoguchi.bench;

import java.net.URI;
import jp.madoguchi.agent.Agent;
import jp.madoguchi.agent.card.KeySource;
import jp.madoguchi.agent.card.VirtualCard;
import jp.madoguchi.agent.exchange.ServerOverHttp;
import jp.madoguchi.agent.reader.Rack;
import jp.madoguchi.agent.reader.VirtualReader;

/** One terminal of the counter: its reader, and its agent in a thread of this program. */
final class CounterPlace implements AutoCloseable {

  private final VirtualReader reader = new VirtualReader();
  private final Agent agent;
  private final Thread thread;

  CounterPlace(Office office, String terminal) {
    agent =
        new Agent(
            new ServerOverHttp(
                Api.CLIENT, URI.create(office.address()), terminal, office.secretOf(terminal)),
            reader,
            Rack.none(),
            "bench");
    thread = new Thread(agent::run, "agent " + terminal);
    thread.setDaemon(true);
    thread.start();
  }

  void putOn(Applicant applicant, KeySource keys) {
    reader.insert(VirtualCard.inMemory(applicant.card(), keys));
  }

  void takeOff() {
    reader.remove();
  }

  @Override
  public void close() {
    agent.stop();
    thread.interrupt();
  }
}
