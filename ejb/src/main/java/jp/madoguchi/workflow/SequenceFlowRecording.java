package jp.madoguchi.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Hangs a recorder on every sequence flow, since the engine's own history does not keep them. */
final class SequenceFlowRecording extends AbstractBpmnParseListener {

  private final ExecutionListener recorder;

  SequenceFlowRecording(SequenceFlows flows) {
    this.recorder = (DelegateExecution execution) -> flows.taken(flow(execution));
  }

  @Override
  public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl transition) {
    transition.addListener(ExecutionListener.EVENTNAME_TAKE, recorder);
  }

  private static SequenceFlows.Taken flow(DelegateExecution execution) {
    return new SequenceFlows.Taken(
        execution.getProcessBusinessKey(),
        execution.getProcessInstanceId(),
        execution.getProcessDefinitionId(),
        execution.getCurrentTransitionId());
  }
}
