package jp.madoguchi.cardwriting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import jp.madoguchi.terminal.Answer;
import jp.madoguchi.terminal.CommandApdu;
import jp.madoguchi.terminal.UnreadableAnswerException;

/**
 * Commands that go to the card together, who reads which answer, and what follows once all of them
 * are read.
 */
final class Round {

  private static final int NONE = -1;

  private final List<CommandApdu> commands = new ArrayList<>();
  private final List<Consumer<byte[]>> readers = new ArrayList<>();
  private final List<Runnable> followers = new ArrayList<>();
  private final Map<Integer, IntConsumer> endings = new HashMap<>();
  private int switching = NONE;

  Round send(CommandApdu command) {
    return send(command, data -> {});
  }

  Round send(List<CommandApdu> several) {
    several.forEach(this::send);
    return this;
  }

  Round send(CommandApdu command, Consumer<byte[]> reader) {
    commands.add(command);
    readers.add(reader);
    return this;
  }

  /**
   * A command about a PIN. When the card answers how many tries the PIN has left, the round is
   * over, and nothing else of it follows.
   */
  Round sendAboutPin(CommandApdu command, IntConsumer triesLeft) {
    endings.put(commands.size(), triesLeft);
    return send(command);
  }

  /** Whether the last of so many answers may end the round. */
  boolean mayEndAt(int answered, Answer last) {
    return endings.containsKey(answered - 1) && (last.status() & 0xFFF0) == 0x63C0;
  }

  /** With this command the card takes what was written into use. */
  Round sendSwitch(CommandApdu command) {
    switching = commands.size();
    return send(command);
  }

  /**
   * Whether the switch of this round was surely not sent when the card had answered so many of its
   * commands and was taken away; the one after them may have reached it.
   */
  boolean endedBeforeSwitch(int answered) {
    return switching != NONE && answered < switching;
  }

  /** What is done when every answer is authentic and was read. */
  Round then(Runnable follower) {
    followers.add(follower);
    return this;
  }

  /** The commands as they go through the channel; the plain ones are wiped. */
  List<CommandApdu> wrapped(SecureChannel channel) {
    try {
      return commands.stream().map(channel::wrap).toList();
    } finally {
      commands.forEach(CommandApdu::wipe);
    }
  }

  void read(SecureChannel channel, List<Answer> answers) {
    boolean ended = !answers.isEmpty() && mayEndAt(answers.size(), answers.get(answers.size() - 1));
    if (answers.size() != readers.size() && !ended) {
      throw new UnreadableAnswerException("There are not as many answers as commands");
    }
    for (int i = 0; i < answers.size(); i++) {
      Answer plain = channel.unwrap(answers.get(i));
      if (ended && i == answers.size() - 1) {
        endings.get(i).accept(plain.triesLeft().orElseThrow());
        return;
      }
      if (!plain.ok()) {
        throw new UnreadableAnswerException("A command was not carried out");
      }
      readers.get(i).accept(plain.data());
    }
    followers.forEach(Runnable::run);
  }
}
