package jp.madoguchi.terminal;

import java.util.List;

/** Commands that the agent sends one after the other to the card of one insertion. */
public record Batch(String id, String insertion, List<CommandApdu> commands) {

  public Batch {
    commands = List.copyOf(commands);
  }
}
