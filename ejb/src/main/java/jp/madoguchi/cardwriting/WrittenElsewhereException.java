package jp.madoguchi.cardwriting;

/** The case has no reader here any more: another terminal writes its card, or will. */
final class WrittenElsewhereException extends RuntimeException {}
