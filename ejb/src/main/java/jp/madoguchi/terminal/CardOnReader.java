package jp.madoguchi.terminal;

/** An identified card and where it lies. */
public record CardOnReader(String terminal, String insertion, CardIdentity identity) {}
