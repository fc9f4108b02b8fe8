package jp.madoguchi.revocation;

import java.util.Optional;

/** Keys of one kind: a mark and a number, such as {@code V-12}. */
record SubjectKey(String mark) {

  String of(long id) {
    return mark + id;
  }

  /** The number in a key; empty where it is no key of this kind. */
  Optional<Long> idIn(String key) {
    return key != null && key.matches(mark + "[1-9][0-9]{0,17}")
        ? Optional.of(Long.valueOf(key.substring(mark.length())))
        : Optional.empty();
  }
}
