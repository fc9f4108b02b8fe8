package jp.madoguchi.terminal;

/** By what an agent proves which terminal it is. */
public enum CredentialKind {
  /** A client certificate for a key that never leaves the terminal; TLS proves it. */
  CERTIFICATE,
  /** A random secret that is sent with each call; in the training stage alone. */
  SECRET
}
