package jp.madoguchi.web.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Addresses that begin alike: {@code 192.0.2.0/24}, {@code 2001:db8::/32}, or a single one.
 *
 * @param bits how many bits they have in common
 */
record AddressRange(InetAddress begin, int bits) {

  /** Reads ranges that stand beside each other, with commas between them. */
  static List<AddressRange> list(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(range -> !range.isEmpty())
        .map(AddressRange::parse)
        .toList();
  }

  static AddressRange parse(String text) {
    String[] parts = text.split("/", 2);
    InetAddress begin = address(parts[0]);
    int all = begin.getAddress().length * Byte.SIZE;
    int bits = parts.length == 1 ? all : Integer.parseInt(parts[1]);
    if (bits < 0 || bits > all) {
      throw new IllegalArgumentException(text + " is no range of addresses");
    }
    return new AddressRange(begin, bits);
  }

  /** An address in figures; a name is never looked up. */
  static InetAddress address(String figures) {
    if (!figures.matches("[0-9a-fA-F.:]*[.:][0-9a-fA-F.:]*(%[0-9A-Za-z]+)?")) {
      throw new IllegalArgumentException(figures + " is no address");
    }
    try {
      return InetAddress.getByName(figures);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(figures + " is no address", e);
    }
  }

  boolean contains(InetAddress address) {
    byte[] mine = begin.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % Byte.SIZE);
      if ((mine[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
        return false;
      }
    }
    return true;
  }
}
