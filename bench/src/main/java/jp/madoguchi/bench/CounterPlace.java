package jp.madoguchi.bench;

import java.net.URI;
import jp.madoguchi.agent.Agent;
import jp.madoguchi.agent.card.KeySource;
import jp.madoguchi.agent.card.VirtualCard;
import jp.madoguchi.agent.exchange.Server;
import jp.madoguchi.agent.exchange.ServerOverHttp;
import jp.madoguchi.agent.reader.Rack;
import jp.madoguchi.agent.reader.VirtualReader;

/** One terminal of the counter: its reader, and its agent in a thread of this program. */
final class CounterPlace implements AutoCloseable {

  private final VirtualReader reader = new VirtualReader();
  private final Agent agent;
  private final Thread thread;

  CounterPlace(Server server, String terminal) {
    agent = new Agent(server, reader, Rack.none(), "bench");
    thread = new Thread(agent::run, "agent " + terminal);
    thread.setDaemon(true);
    thread.start();
  }

  static CounterPlace at(Office office, String terminal) {
    URI address = URI.create(office.address());
    return new CounterPlace(
        new ServerOverHttp(Api.CLIENT, address, terminal, office.secretOf(terminal)), terminal);
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
