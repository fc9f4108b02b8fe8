package jp.madoguchi.pin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.resident.ResidentRegister;
import jp.madoguchi.workflow.CaseProcess;
import jp.madoguchi.workflow.CaseProcess.DueCase;
import jp.madoguchi.workflow.CaseProcess.DueStep;

/** Puts together a list of PIN services; holders and steps are read at once for all of it. */
@ApplicationScoped
public class PinServiceLines {

  private final ResidentRegister register;
  private final CaseProcess process;

  protected PinServiceLines() {
    this(null, null);
  }

  @Inject
  public PinServiceLines(ResidentRegister register, CaseProcess process) {
    this.register = register;
    this.process = process;
  }

  List<PinServiceLine> of(List<PinService> found) {
    Map<Long, ResidentRecord> holders =
        register.all(found.stream().map(PinService::residentId).toList());
    Map<String, List<DueStep>> due =
        process.due(found.stream().map(PinService::key).toList()).stream()
            .collect(
                Collectors.groupingBy(
                    DueCase::receptionNumber,
                    Collectors.mapping(DueCase::step, Collectors.toList())));
    return found.stream()
        .map(
            one ->
                new PinServiceLine(
                    one,
                    Objects.requireNonNull(holders.get(one.residentId())),
                    due.getOrDefault(one.key(), List.of())))
        .toList();
  }
}
