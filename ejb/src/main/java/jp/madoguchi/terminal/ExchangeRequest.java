package jp.madoguchi.terminal;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an agent brings: its reader's state and, when it has worked, what came of it.
 *
 * @param rackDone the order to its rack that it has carried out last
 */
public record ExchangeRequest(
    String agentVersion, Reader reader, Optional<BatchResult> result, Optional<String> rackDone) {

  private static final Pattern VERSION = Pattern.compile("[ -~]{1,40}");

  public ExchangeRequest {
    requireVersion(agentVersion);
    if (reader == null) {
      throw new UnreadableAnswerException("The reader's state is missing");
    }
  }

  /**
   * Checks what an agent calls its version.
   *
   * @throws UnreadableAnswerException when it is not 1 to 40 printable characters of ASCII
   */
  public static void requireVersion(String agentVersion) {
    if (agentVersion == null || !VERSION.matcher(agentVersion).matches()) {
      throw new UnreadableAnswerException("The agent names its version in up to 40 characters");
    }
  }
}
