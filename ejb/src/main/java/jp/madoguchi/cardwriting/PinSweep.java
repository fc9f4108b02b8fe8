package jp.madoguchi.cardwriting;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Wipes forgotten PINs every half minute, whether or not anybody asks for them. */
@Singleton
@PermitAll
public class PinSweep {

  @Inject private PinVault vault;

  @Schedule(hour = "*", minute = "*", second = "*/30", persistent = false)
  void sweep() {
    vault.sweep();
  }
}
