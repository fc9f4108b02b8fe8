package jp.madoguchi.staff;

import java.util.Set;

/** Whose credentials were right: a member of staff, a program or a reader agent. */
public record Caller(String name, Set<String> roles) {

  public Caller {
    roles = Set.copyOf(roles);
  }
}
