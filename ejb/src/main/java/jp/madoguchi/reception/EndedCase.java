package jp.madoguchi.reception;

import java.util.List;

/**
 * A case that ended because the rules do not hold any more, and why: whoever waits for it has to be
 * told.
 */
public record EndedCase(CaseLine line, List<RefusalReason> reasons) {}
