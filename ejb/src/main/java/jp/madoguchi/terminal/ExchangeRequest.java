package jp.madoguchi.terminal;

import java.util.Optional;

/** What an agent brings: its reader's state and, when it has worked, what came of it. */
public record ExchangeRequest(String agentVersion, Reader reader, Optional<BatchResult> result) {

  public ExchangeRequest {
    if (agentVersion == null || agentVersion.length() > 40) {
      throw new UnreadableAnswerException("The agent names its version in up to 40 characters");
    }
    if (reader == null) {
      throw new UnreadableAnswerException("The reader's state is missing");
    }
  }
}
