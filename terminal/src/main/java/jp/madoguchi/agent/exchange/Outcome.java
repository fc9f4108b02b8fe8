package jp.madoguchi.agent.exchange;

/** How one exchange with the server ended. */
public sealed interface Outcome {

  /** The server took what it was told and answered. */
  record Replied(ExchangeReply reply) implements Outcome {}

  /**
   * The server refuses what it was told and always will (4xx): it is of no use to say it again.
   *
   * @param code the problem's code; empty when the server names none
   */
  record Refused(int status, String code) implements Outcome {

    /** The code of a server that does not speak this agent's form of the exchange. */
    public static final String AGENT_VERSION = "agent-version";
  }

  /** The server does not admit this terminal, or does so no more (401, 403). */
  record NotAdmitted(int status) implements Outcome {}

  /** No answer that counts: the same is to be said again later. */
  record Unreachable(String reason) implements Outcome {}
}
