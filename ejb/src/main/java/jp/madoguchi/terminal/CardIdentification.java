package jp.madoguchi.terminal;

import java.util.List;
import java.util.Optional;

/** Asks a freshly inserted card which one it is. */
final class CardIdentification implements CardConversation {

  private CardIdentity identity;
  private boolean asked;

  @Override
  public List<CommandApdu> next() {
    if (asked) {
      return List.of();
    }
    asked = true;
    return List.of(
        CommandApdu.selectApplication(ApplicationId.COMMON),
        CommandApdu.selectFile(0x0001),
        CommandApdu.of(0x00B20104).expecting(256));
  }

  @Override
  public void answered(BatchResult result) {
    if (result.ended() == BatchEnd.DONE && result.answers().size() == 3) {
      identity = CardIdentity.parse(result.answers().get(2).data());
    }
  }

  /** Empty when the card did not say who it is. */
  Optional<CardIdentity> identity() {
    return Optional.ofNullable(identity);
  }

  @Override
  public void close() {
    // nothing here is secret
  }
}
