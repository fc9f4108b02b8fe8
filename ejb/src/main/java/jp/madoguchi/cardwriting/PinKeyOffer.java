package jp.madoguchi.cardwriting;

import java.util.Map;

/**
 * What a page needs to seal PINs: the JWE's protected header repeats the key's {@code kid}, the
 * reception number and the terminal.
 *
 * @param key the public key as a JWK (RFC 7517), with {@code kid} and {@code alg}
 * @param enc the content encryption's name (RFC 7518 5.1)
 */
public record PinKeyOffer(
    Map<String, Object> key, String enc, String receptionNumber, String terminal) {

  public PinKeyOffer {
    key = Map.copyOf(key);
  }
}
