package jp.madoguchi.terminal;

/** A terminal's bell was rung in a transaction. */
public record BellRung(String terminal) {}
