package jp.madoguchi.web.issuance;

import java.util.Arrays;

/** Tags of what a caller has already (RFC 9110 13.1.2). */
final class EntityTags {

  private EntityTags() {}

  /**
   * @param held as {@code If-None-Match} names them
   * @param tag with its quotation marks
   */
  static boolean match(String held, String tag) {
    return Arrays.stream(held.split(","))
        .map(one -> one.strip().replaceFirst("^W/", ""))
        .anyMatch(one -> one.equals(tag) || one.equals("*"));
  }
}
