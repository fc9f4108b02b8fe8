package jp.madoguchi.staff;

/**
 * The password, roles or standing of a login changed: what was remembered of it is worth nothing.
 */
public record StandingChanged(String login) {}
