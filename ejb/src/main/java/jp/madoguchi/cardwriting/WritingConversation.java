package jp.madoguchi.cardwriting;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.problem.Severity;
import jp.madoguchi.terminal.Answer;
import jp.madoguchi.terminal.ApplicationId;
import jp.madoguchi.terminal.BatchEnd;
import jp.madoguchi.terminal.BatchResult;
import jp.madoguchi.terminal.Breach;
import jp.madoguchi.terminal.CardConversation;
import jp.madoguchi.terminal.CommandApdu;
import jp.madoguchi.terminal.NotGenuineException;
import jp.madoguchi.terminal.UnreadableAnswerException;

/**
 * A case's dialogue with its card in one insertion of it: opens the secure channel, lets the
 * dialogue say what goes through it, and turns whatever goes wrong into a fault. After a fault it
 * is over; the next conversation begins with the card's journal.
 */
final class WritingConversation implements CardConversation {

  private static final Logger LOG = System.getLogger(WritingConversation.class.getName());
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * Not authenticated, access denied, wrong secure messaging: the card got other commands than it
   * was sent, or more, or fewer.
   */
  private static final Set<Integer> CHANNEL_GONE = Set.of(0x6300, 0x6982, 0x6987, 0x6988);

  private final CardDialogue dialogue;
  private final ChannelOpening opening;
  private final Faults faults;
  private final byte[] challenge = new byte[8];
  private SecureChannel channel;
  private boolean authenticated;
  private Round round;
  private boolean over;

  /** Opens the channel with the card's keys once its answer is there; false: not here. */
  @FunctionalInterface
  interface ChannelOpening {
    Optional<SecureChannel> open(byte[] challenge, Answer answer);
  }

  /** Takes note of what went wrong. */
  @FunctionalInterface
  interface Faults {
    void note(WritingFault fault);
  }

  WritingConversation(CardDialogue dialogue, ChannelOpening opening, Faults faults) {
    this.dialogue = dialogue;
    this.opening = opening;
    this.faults = faults;
    RANDOM.nextBytes(challenge);
  }

  @Override
  public List<CommandApdu> next() {
    if (over) {
      return List.of();
    }
    if (channel == null) {
      return List.of(
          CommandApdu.selectApplication(ApplicationId.JPKI),
          SecureChannel.initializeUpdate(challenge));
    }
    List<CommandApdu> commands = new ArrayList<>();
    guarded(() -> commands.addAll(nextRound()));
    return commands;
  }

  private List<CommandApdu> nextRound() {
    Optional<Round> next = dialogue.next();
    if (next.isEmpty()) {
      close();
      return List.of();
    }
    round = next.get();
    List<CommandApdu> commands = new ArrayList<>();
    if (!authenticated) {
      commands.add(channel.externalAuthenticate());
    }
    commands.addAll(round.wrapped(channel));
    return commands;
  }

  @Override
  public void answered(BatchResult result) {
    guarded(
        () -> {
          if (result.ended() == BatchEnd.DONE || endsRound(result)) {
            accept(result.answers());
          } else {
            requireReader(result);
            tellBrokenOff(result);
            stop(faultOf(result));
          }
        });
  }

  /** The card said how many tries a PIN has, where the round is over with that. */
  private boolean endsRound(BatchResult result) {
    int before = authenticated ? 0 : 1;
    return round != null
        && result.ended() == BatchEnd.STATUS
        && round.mayEndAt(result.answers().size() - before, result.last());
  }

  /**
   * What happened here counts no more once the case is written elsewhere; but why a card does not
   * prove itself at another terminal is told.
   */
  private void requireReader(BatchResult result) {
    if (channel != null || result.ended() != BatchEnd.STATUS) {
      dialogue.requireReader();
    }
  }

  private void tellBrokenOff(BatchResult result) {
    if (round != null) {
      int answered = result.answers().size();
      dialogue.brokenOff(round, authenticated ? answered : answered - 1);
    }
  }

  private void accept(List<Answer> answers) {
    if (channel == null) {
      Optional<SecureChannel> opened = opening.open(challenge, answers.get(answers.size() - 1));
      if (opened.isEmpty()) {
        stop(WritingFault.READER_TAKEN);
      } else {
        channel = opened.get();
      }
      return;
    }
    List<Answer> secured = authenticated ? answers : answers.subList(1, answers.size());
    authenticated = true;
    round.read(channel, secured);
  }

  private WritingFault faultOf(BatchResult result) {
    if (result.ended() != BatchEnd.STATUS) {
      return WritingFault.CARD_TORN;
    }
    int status = result.last().status();
    LOG.log(
        Level.WARNING,
        "The card answered {0} to command {1} of its round",
        Integer.toHexString(status),
        result.answers().size());
    if (channel == null) {
      return result.answers().size() == 1 ? WritingFault.OTHER_KIND : WritingFault.CHANNEL_BROKEN;
    }
    if (CHANNEL_GONE.contains(status)) {
      throw new NotGenuineException(Breach.COMMAND_NOT_GENUINE, "The card closed the channel");
    }
    return WritingFault.CARD_REFUSED;
  }

  /** What is not there is the authority, or else something of the server's own. */
  private static WritingFault faultOf(Problem problem) {
    LOG.log(Level.WARNING, "The writing stopped: {0} {1}", problem.code(), problem.arguments());
    if (problem.severity() != Severity.UNAVAILABLE) {
      return WritingFault.CERTIFICATE_REFUSED;
    }
    if (problem.code().equals("authority-waiting")) {
      return WritingFault.AUTHORITY_WAITING;
    }
    return problem.code().startsWith("authority-")
        ? WritingFault.AUTHORITY_AWAY
        : WritingFault.SERVER_FAULT;
  }

  private void guarded(Runnable act) {
    try {
      act.run();
    } catch (NotGenuineException e) {
      throw e;
    } catch (WrittenElsewhereException e) {
      LOG.log(Level.INFO, "The case has its reader elsewhere");
      close();
    } catch (WritingStoppedException e) {
      stop(e.fault());
    } catch (UnreadableAnswerException e) {
      LOG.log(Level.WARNING, "The secure channel broke: {0}", e.getMessage());
      stop(WritingFault.CHANNEL_BROKEN);
    } catch (RuntimeException e) {
      stop(
          problemIn(e)
              .map(WritingConversation::faultOf)
              .orElseGet(
                  () -> {
                    LOG.log(Level.ERROR, "The writing stopped by a fault of the server", e);
                    return WritingFault.SERVER_FAULT;
                  }));
    }
  }

  @Override
  public Optional<String> receptionNumber() {
    return Optional.of(dialogue.receptionNumber());
  }

  @Override
  public void breached() {
    stop(WritingFault.NOT_GENUINE);
  }

  /** Also where it comes through the engine, which wraps what its tasks throw. */
  private static Optional<Problem> problemIn(RuntimeException thrown) {
    return Stream.<Throwable>iterate(thrown, Objects::nonNull, Throwable::getCause)
        .filter(BusinessException.class::isInstance)
        .map(one -> ((BusinessException) one).problem())
        .findFirst();
  }

  private void stop(WritingFault fault) {
    close();
    faults.note(fault);
  }

  @Override
  public void close() {
    over = true;
    round = null;
    if (channel != null) {
      channel.close();
    }
  }
}
