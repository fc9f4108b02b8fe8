package jp.madoguchi.whole;

/** What happens to a case, and how it goes on. */
enum Interruption {
  /** The card is torn out, and put on the other terminal's reader. */
  CARD_TORN,
  /** The card is torn out and comes back without the key that waited on it. */
  KEY_LOST,
  /** The agent's process is killed and started anew; the card is put on its reader again. */
  AGENT_RESTARTED,
  /** The agent's process is killed, and the card is put on the other terminal's reader. */
  AGENT_KILLED,
  /** Nothing passes between agent and server for a while. */
  NETWORK_CUT,
  /** The database stops at once, as by a power cut, and is started again. */
  DATABASE_STOPPED,
  /** The server's process is killed and started anew; the PINs, in memory alone, are lost. */
  SERVER_KILLED,
  /** Server and agent are killed; the card is put on the other terminal's reader. */
  SERVER_AND_AGENT_KILLED;

  /** Nothing of the card is torn while the server is at work alone, and no key lost that is not. */
  boolean happensAt(Moment moment) {
    return switch (this) {
      case CARD_TORN -> moment != Moment.KEY_KNOWN;
      case KEY_LOST ->
          moment == Moment.KEY_MADE
              || moment == Moment.CERTIFICATE_ISSUED
              || moment == Moment.WRITTEN
              || moment == Moment.ACTIVATION_SENT;
      default -> true;
    };
  }

  boolean tearsTheCard() {
    return this == CARD_TORN || this == KEY_LOST;
  }

  boolean killsTheAgent() {
    return this == AGENT_RESTARTED || this == AGENT_KILLED || this == SERVER_AND_AGENT_KILLED;
  }

  boolean killsTheServer() {
    return this == SERVER_KILLED || this == SERVER_AND_AGENT_KILLED;
  }

  /** Whether the case goes on at the other terminal. */
  boolean leadsElsewhere() {
    return this == CARD_TORN || this == AGENT_KILLED || this == SERVER_AND_AGENT_KILLED;
  }
}
