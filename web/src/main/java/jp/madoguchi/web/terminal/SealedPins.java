package jp.madoguchi.web.terminal;

/**
 * PINs on their way to the counter (R-PINS).
 *
 * @param jwe a compact JWE of {@code {"SIGNATURE": "…", "USER_AUTHENTICATION": "…"}}, sealed to the
 *     key that the terminal offers
 */
public record SealedPins(String jwe) {}
