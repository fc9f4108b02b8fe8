package jp.madoguchi.staff;

import java.util.Optional;

/** Knows the secrets of the card reader agents; the terminal's own feature has them. */
public interface TerminalCredentials {

  /** The terminal's id if the secret is its own. */
  Optional<String> verify(String id, String secret);
}
