package jp.madoguchi.workflow;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import jp.madoguchi.workflow.SequenceFlows.Taken;

/** What process owners and auditors see of the diagrams and tables. */
@Stateless
@RolesAllowed({"PROCESS_OWNER", "AUDITOR", "SUPERVISOR", "ADMIN"})
public class ProcessStudio {

  @Inject private Diagrams diagrams;
  @Inject private SequenceFlows flows;

  public List<Diagrams.Deployed> processes() {
    return diagrams.processes();
  }

  public List<Diagrams.Deployed> decisions() {
    return diagrams.decisions();
  }

  public String processXml(String key) {
    return diagrams.processXml(key);
  }

  public String decisionXml(String key) {
    return diagrams.decisionXml(key);
  }

  public Map<String, Integer> openCases(String key) {
    return diagrams.openCases(key);
  }

  /** The flows that a case took, for colouring them on its diagrams. */
  public List<Taken> taken(String receptionNumber) {
    return flows.ofCase(receptionNumber);
  }
}
