package jp.madoguchi.installation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jp.madoguchi.resident.TrainingResidents;
import jp.madoguchi.staff.TrainingStaff;
import jp.madoguchi.terminal.TrainingTerminal;

/** What the training stage has beyond the others; made where it is missing, at each start. */
@ApplicationScoped
class TrainingStage {

  @Inject private TrainingStaff staff;
  @Inject private TrainingResidents residents;
  @Inject private TrainingTerminal terminal;

  void establish() {
    staff.establish();
    residents.establish();
    terminal.establish();
  }
}
