package jp.madoguchi.staff;

import java.security.cert.X509Certificate;
import java.util.Optional;

/** Knows the credentials of the card reader agents; the terminal's own feature has them. */
public interface TerminalCredentials {

  /** The terminal's id if the secret is its own. */
  Optional<String> bySecret(String id, String secret);

  /** The terminal whose certificate this is; its key was proven by the connection. */
  Optional<String> byCertificate(X509Certificate certificate);
}
