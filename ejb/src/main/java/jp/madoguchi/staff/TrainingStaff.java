package jp.madoguchi.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import jp.madoguchi.settings.Settings;
import jp.madoguchi.staff.jpa.StaffRow;
import jp.madoguchi.staff.jpa.StaffTable;

/** The logins of the training stage, their passwords plain to see: they open nothing real. */
@ApplicationScoped
public class TrainingStaff {

  /** One training login. */
  public record TrainingLogin(String login, String displayName, Role role) {

    /** The password, the same rule for each: {@code kenshu-<login>}. */
    public String password() {
      return "kenshu-" + login;
    }
  }

  /** Every training login, the two clerks first. */
  public static final List<TrainingLogin> LOGINS =
      List.of(
          new TrainingLogin("clerk1", "研修 窓口一郎", Role.CLERK),
          new TrainingLogin("clerk2", "研修 窓口二葉", Role.CLERK),
          new TrainingLogin("supervisor1", "研修 係長三枝", Role.SUPERVISOR),
          new TrainingLogin("owner1", "研修 業務四郎", Role.PROCESS_OWNER),
          new TrainingLogin("auditor1", "研修 監査五月", Role.AUDITOR),
          new TrainingLogin("admin1", "研修 管理六花", Role.ADMIN),
          new TrainingLogin("register1", "研修 住基連携", Role.REGISTER));

  /** What everybody may know need not be dear to guess. */
  private static final int ITERATIONS = 1000;

  private final StaffTable table;
  private final Settings settings;

  protected TrainingStaff() {
    this(null, null);
  }

  @Inject
  public TrainingStaff(StaffTable table, Settings settings) {
    this.table = table;
    this.settings = settings;
  }

  /** Makes the training logins that are not there yet. Called at every start of that stage. */
  @Transactional
  public void establish() {
    if (!settings.training()) {
      throw new IllegalStateException("training logins belong to the training stage only");
    }
    LOGINS.stream().filter(login -> table.find(login.login()).isEmpty()).forEach(this::add);
  }

  private void add(TrainingLogin training) {
    table.add(
        new StaffRow(
            training.login(),
            training.displayName(),
            Set.of(training.role()),
            PasswordHash.of(training.password().toCharArray(), ITERATIONS)));
  }
}
