package jp.madoguchi.reception;

import java.util.List;
import jp.madoguchi.fee.FeeEntry;
import jp.madoguchi.issuance.CertificateStatus;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.workflow.CaseProcess.DueStep;
import jp.madoguchi.workflow.CaseWay.WayStep;

/**
 * All that a clerk sees of a case.
 *
 * @param due what a person has to do now; empty while the card works and when the case is closed
 * @param required the codes of the papers that are to be confirmed now
 * @param notes newest first
 */
public record CaseView(
    Application application,
    ResidentRecord resident,
    List<WayStep> way,
    List<DueStep> due,
    List<String> required,
    List<PaperCheck> papers,
    List<FeeEntry> fees,
    List<CertificateStatus> certificates,
    List<CaseNote> notes) {}
