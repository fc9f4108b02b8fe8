package jp.madoguchi.terminal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import jp.madoguchi.terminal.jpa.CredentialRepository;

/** Notes that a credential has arrived at its terminal, which ends those before it. */
@ApplicationScoped
public class FirstUse {

  private final CredentialRepository credentials;

  protected FirstUse() {
    this(null);
  }

  @Inject
  public FirstUse(CredentialRepository credentials) {
    this.credentials = credentials;
  }

  /** False when it has been ended in the meantime. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public boolean note(String fingerprint, Instant at) {
    return credentials.use(fingerprint, at);
  }
}
