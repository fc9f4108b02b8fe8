package jp.madoguchi.terminal;

/** A terminal's credentials were revoked: its agent is heard no more, not even one that waits. */
record TerminalEnded(String terminal) {}
