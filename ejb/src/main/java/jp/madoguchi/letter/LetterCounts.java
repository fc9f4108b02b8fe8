package jp.madoguchi.letter;

/**
 * How many letters wait for what.
 *
 * @param waiting posted and not answered yet
 * @param dueSoon those of them that the work list speaks of, since their due date is near
 */
public record LetterCounts(
    long toPost, long waiting, long dueSoon, long undelivered, long overdue) {}
