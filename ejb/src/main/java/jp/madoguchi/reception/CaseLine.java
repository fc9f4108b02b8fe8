package jp.madoguchi.reception;

import java.time.Duration;
import jp.madoguchi.workflow.CaseProcess.DueStep;

/**
 * A case in a list.
 *
 * @param name the applicant's name as registered
 * @param due the step that waits for a person; null when none does
 * @param waiting how long it has waited; zero when none does
 */
public record CaseLine(
    Application application, String name, String kana, DueStep due, Duration waiting) {}
