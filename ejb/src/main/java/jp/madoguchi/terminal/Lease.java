package jp.madoguchi.terminal;

import java.time.Instant;

/** A reader that belongs to one case for a while. */
public record Lease(String terminal, String receptionNumber, Instant until) {}
