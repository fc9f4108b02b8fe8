package jp.madoguchi.cardwriting;

import jp.madoguchi.sealing.Sealing;

/** The key that the counter offers a page. */
final class OfferedKey {

  private OfferedKey() {}

  /** To seal to it as the page does. */
  static Sealing sealing(PinKeyOffer offer) {
    return Sealing.to(offer.key(), offer.receptionNumber(), offer.terminal());
  }
}
