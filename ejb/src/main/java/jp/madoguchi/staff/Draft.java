package jp.madoguchi.staff;

import java.time.Instant;

/**
 * What somebody had typed on a page and not yet sent.
 *
 * @param page the page's key, such as {@code reception}
 * @param content JSON, as the page wrote it
 */
public record Draft(String page, String content, Instant at) {}
