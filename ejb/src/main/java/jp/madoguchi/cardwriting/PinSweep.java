package jp.madoguchi.cardwriting;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/**
 * Wipes forgotten PINs, and the keys for them, every half minute, whether or not anybody asks for
 * them.
 */
@Singleton
@PermitAll
public class PinSweep {

  @Inject private AwaitedPins pins;

  @Schedule(hour = "*", minute = "*", second = "*/30", persistent = false)
  void sweep() {
    pins.sweep();
  }
}
