package jp.madoguchi.reception;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jp.madoguchi.approval.Approval;
import jp.madoguchi.approval.ExceptionKind;
import jp.madoguchi.approval.Exceptions;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.process.Processes.Steps;
import jp.madoguchi.proxy.ProxyBook;
import jp.madoguchi.proxy.ProxyFinding;
import jp.madoguchi.proxy.ShownDocument;

/**
 * 同じ代理人かを確かめる (R-SAME-PROXY); field {@code finding}: a name of {@link ProxyFinding}; with {@code
 * document} (kind, number, expiresOn) unless somebody else came. Another document than the first
 * visit's takes a supervisor's approval.
 */
@ApplicationScoped
class ConfirmProxy implements StepAct {

  @Inject private ProxyBook proxies;
  @Inject private Exceptions exceptions;

  @Override
  public String step() {
    return Steps.CONFIRM_PROXY;
  }

  @Override
  public void perform(Application application, StepForm form) {
    String number = application.receptionNumber().value();
    switch (form.choice("finding", ProxyFinding.class)) {
      case SAME_DOCUMENT -> proxies.confirmSame(number, shown(form));
      case OTHER_DOCUMENT ->
          proxies.confirmByOtherDocument(number, shown(form), approver(application));
      case OTHER_PERSON -> proxies.otherPerson(number);
    }
  }

  private String approver(Application application) {
    Approval granted =
        exceptions.usable(application.form().matter()).stream()
            .filter(approval -> approval.exception() == ExceptionKind.OTHER_DOCUMENT)
            .findFirst()
            .orElseThrow(() -> Problem.refused("other-document-not-approved").asException());
    exceptions.use(
        application.form().matter(),
        java.util.Set.of(ExceptionKind.OTHER_DOCUMENT),
        application.receptionNumber().value());
    return granted.decidedBy().orElseThrow();
  }

  private static ShownDocument shown(StepForm form) {
    StepForm document = form.part("document");
    return new ShownDocument(
        document.text("kind"),
        null,
        document.optionalDate("expiresOn").orElse(null),
        document.text("number"));
  }
}
