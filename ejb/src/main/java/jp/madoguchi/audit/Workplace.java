package jp.madoguchi.audit;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Where a request comes from: set at the border for each request, read by the trail. */
@RequestScoped
public class Workplace {

  private boolean fromOutside;
  private String terminal;

  /**
   * Notes that this request came in from outside.
   *
   * @param terminal the terminal at which the browser stands, or null
   */
  public void arrived(String terminal) {
    this.fromOutside = true;
    this.terminal = terminal;
  }

  /** Whether somebody outside asked, and not a timer or job of the counter itself. */
  public boolean fromOutside() {
    return fromOutside;
  }

  public Optional<String> terminal() {
    return Optional.ofNullable(terminal);
  }
}
