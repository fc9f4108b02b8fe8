package jp.madoguchi.reception;

import jp.madoguchi.cardwriting.WritingStatus;

/** A case whose card writing does not go on by itself. */
public record StuckCase(CaseLine line, WritingStatus writing) {}
