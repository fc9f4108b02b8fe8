package jp.madoguchi.staff;

import java.util.Optional;

/** Checks the credential by which a reader agent calls. */
public interface TerminalCredentials {

  /** The terminal's name when the secret is its own; empty otherwise. */
  Optional<String> verify(String id, String secret);
}
