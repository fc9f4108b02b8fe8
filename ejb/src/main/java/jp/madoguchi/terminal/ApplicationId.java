package jp.madoguchi.terminal;

import java.util.HexFormat;

/** The applications on the card that the counter uses. */
public enum ApplicationId {
  /** 公的個人認証: the keys and certificates. */
  JPKI("D392F000260100000001"),
  /** 券面入力補助: the basic four items. */
  INPUT_SUPPORT("D3921000310001010408"),
  /** 共通: serial number, municipality and expiry of the card. */
  COMMON("D3921000310001010100");

  private final String hex;

  ApplicationId(String hex) {
    this.hex = hex;
  }

  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }
}
