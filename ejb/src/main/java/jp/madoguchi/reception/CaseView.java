package jp.madoguchi.reception;

import java.util.List;
import java.util.Optional;
import jp.madoguchi.approval.Approval;
import jp.madoguchi.fee.FeeEntry;
import jp.madoguchi.issuance.CertificateStatus;
import jp.madoguchi.letter.InquiryLetter;
import jp.madoguchi.proxy.Proxy;
import jp.madoguchi.proxy.ReturnVisit;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.workflow.CaseProcess.DueStep;
import jp.madoguchi.workflow.CaseWay.WayStep;

/**
 * All that a clerk sees of a case.
 *
 * @param due what a person has to do now; empty while the card works and when the case is closed
 * @param required the codes of the papers that are to be confirmed now
 * @param toConfirm what the steps that are due ask to be confirmed, besides the papers
 * @param substitutes what a certificate of this case writes otherwise than the register
 * @param proxy who acts for the applicant
 * @param letters the newest first
 * @param visits the return visits, the first one first
 * @param exceptions what was allowed to this case though a rule is against it
 * @param refusals why it ended without issue; empty for any other case
 * @param notes newest first
 */
public record CaseView(
    Application application,
    ResidentRecord resident,
    List<WayStep> way,
    List<DueStep> due,
    List<String> required,
    List<Confirmed> toConfirm,
    Substitutes substitutes,
    Optional<Proxy> proxy,
    List<InquiryLetter> letters,
    List<ReturnVisit> visits,
    List<PaperCheck> papers,
    List<Confirmation> confirmations,
    List<Approval> exceptions,
    List<FeeEntry> fees,
    List<CertificateStatus> certificates,
    List<RefusalReason> refusals,
    List<CaseNote> notes) {}
