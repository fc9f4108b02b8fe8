package jp.madoguchi.terminal;

import java.time.Instant;

/**
 * A registered terminal of the counter.
 *
 * @param lastSeen when its agent last called, to within half a minute; null: never
 * @param agentVersion what the agent said of itself; null: never
 */
public record Terminal(String id, String name, Instant lastSeen, String agentVersion) {}
