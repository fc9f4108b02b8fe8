package jp.madoguchi.reception;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.madoguchi.cardwriting.CardWriting;
import jp.madoguchi.cardwriting.TypeOrder;
import jp.madoguchi.cardwriting.WritingOrder;
import jp.madoguchi.issuance.CertificateSubject;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.resident.ResidentRegister;

/**
 * What the process issue-on-card asks of card writing, under the name {@code writing} in the
 * diagram.
 */
@ApplicationScoped
@Named("writing")
public class WritingActs {

  @Inject private Applications applications;
  @Inject private ResidentRegister register;
  @Inject private CaseJudgement judgement;
  @Inject private CardWriting writing;

  /** Orders the certificates that were applied for, with the validity that holds today. */
  public void begin(String receptionNumber) {
    Application application = applications.lock(new ReceptionNumber(receptionNumber));
    ResidentRecord resident = register.find(application.residentId()).orElseThrow();
    CertificateSubject subject =
        new CertificateSubject(
            resident.id(),
            resident.name(),
            resident.birthDate(),
            resident.sex(),
            resident.address());
    Map<CertificateType, LocalDate> lastDays = judgement.again(application).notAfter();
    List<TypeOrder> types =
        application.types().stream()
            .map(type -> new TypeOrder(type, subject, lastDays.get(type)))
            .toList();
    writing.begin(
        new WritingOrder(receptionNumber, resident.id(), application.cardSerial(), types),
        application.terminal().orElseThrow());
  }

  public void sign(String receptionNumber) {
    writing.sign(receptionNumber);
  }

  public void publish(String receptionNumber) {
    writing.publish(receptionNumber);
  }

  /** Whether another certificate of this case is still to be written. */
  public boolean more(String receptionNumber) {
    return writing.more(receptionNumber);
  }
}
