package jp.madoguchi.process;

import java.util.List;

public final class Decisions {
  private Decisions() {}

  public static List<String> resources() {
    return List.of();
  }
}
