package jp.madoguchi.pin;

import java.util.List;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.workflow.CaseProcess.DueStep;

/**
 * A PIN service in a list.
 *
 * @param due what a person has to do now; empty while the card works
 */
public record PinServiceLine(PinService service, ResidentRecord holder, List<DueStep> due) {}
