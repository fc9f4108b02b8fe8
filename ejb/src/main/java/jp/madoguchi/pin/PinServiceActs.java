package jp.madoguchi.pin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.cardwriting.PinSetting;
import jp.madoguchi.cardwriting.PinSettings;
import jp.madoguchi.cardwriting.PinWay;

/** What the process pin-reset asks, under the name {@code pinServices} in the diagram. */
@ApplicationScoped
@Named("pinServices")
public class PinServiceActs {

  @Inject private PinServiceBook book;
  @Inject private PinSettings settings;
  @Inject private OfficeClock clock;

  /** Papers and PINs are there: the card is told as soon as it lies on the reader. */
  public void begin(String key) {
    settings.begin(key);
  }

  /** What is locked or forgotten is reset instead, for which other papers are asked. */
  public void turnToReset(String key) {
    settings.turnToReset(key);
    PinService service = service(key);
    settings.ofCase(key).stream()
        .filter(setting -> setting.way() == PinWay.RESET)
        .map(PinSetting::type)
        .forEach(service::turnedToReset);
  }

  /** What is not set stays as it is. */
  public void giveUp(String key) {
    settings.giveUp(key);
    service(key).givenUp(clock.instant());
  }

  private PinService service(String key) {
    return PinService.idOf(key)
        .flatMap(book::find)
        .orElseThrow(() -> new IllegalStateException("No such PIN service: " + key));
  }
}
