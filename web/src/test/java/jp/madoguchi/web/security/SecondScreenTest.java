package jp.madoguchi.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecondScreenTest {

  @Test
  void aScreenSeesItsOwnTerminal() {
    assertThat(SecondScreen.at("T1", "/customer/T1", null)).isTrue();
    assertThat(SecondScreen.at("T1", "/api/customer/T1/pins", null)).isTrue();
    assertThat(SecondScreen.at("T1", "/customer/index.xhtml", named("T1"))).isTrue();
  }

  @Test
  void andNoOther() {
    assertThat(SecondScreen.at("T1", "/customer/T2", null)).isFalse();
    assertThat(SecondScreen.at("T1", "/customer/T1x", null)).isFalse();
    assertThat(SecondScreen.at("T1", "/customer/T1", named("T2"))).isFalse();
    assertThat(SecondScreen.at("T1", "/customer/index.xhtml", named("T1", "T2"))).isFalse();
    assertThat(SecondScreen.at("T1", "/customer/index.xhtml", null)).isFalse();
    assertThat(SecondScreen.at("T1", "/home.xhtml", named("T1"))).isFalse();
  }

  private static String[] named(String... terminals) {
    return terminals;
  }
}
