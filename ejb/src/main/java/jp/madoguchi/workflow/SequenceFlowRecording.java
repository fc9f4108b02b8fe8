package jp.madoguchi.workflow;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Hangs a recorder on every sequence flow, since the engine's own history does not keep them. What
 * one command took is kept together, when the engine writes its own rows.
 */
final class SequenceFlowRecording extends AbstractBpmnParseListener implements SessionFactory {

  private static final ExecutionListener RECORDER =
      (DelegateExecution execution) ->
          Context.getCommandContext().getSession(Way.class).taken.add(flow(execution));

  private final SequenceFlows flows;

  SequenceFlowRecording(SequenceFlows flows) {
    this.flows = flows;
  }

  @Override
  public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl transition) {
    transition.addListener(ExecutionListener.EVENTNAME_TAKE, RECORDER);
  }

  private static SequenceFlows.Taken flow(DelegateExecution execution) {
    return new SequenceFlows.Taken(
        execution.getProcessBusinessKey(),
        execution.getProcessInstanceId(),
        execution.getProcessDefinitionId(),
        execution.getCurrentTransitionId());
  }

  @Override
  public Class<?> getSessionType() {
    return Way.class;
  }

  @Override
  public Session openSession() {
    return new Way(flows);
  }

  /** What the command that runs has taken so far. */
  private static final class Way implements Session {

    private final SequenceFlows flows;
    private final List<SequenceFlows.Taken> taken = new ArrayList<>();

    Way(SequenceFlows flows) {
      this.flows = flows;
    }

    @Override
    public void flush() {
      flows.taken(taken);
      taken.clear();
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
