package jp.madoguchi.web.staff;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.staff.StaffAdministration;
import jp.madoguchi.staff.StaffMember;
import jp.madoguchi.web.faces.OfficeDates;
import jp.madoguchi.web.faces.PageTexts;

/** 職員: who may log in, as what, and who is held back. */
@Named
@RequestScoped
public class StaffPage {

  @Inject private StaffAdministration administration;
  @Inject private OfficeClock clock;
  @Inject private OfficeDates dates;
  @Inject private PageTexts texts;

  private List<StaffView> rows;

  public List<StaffView> getRows() {
    if (rows == null) {
      rows = administration.all().stream().map(this::view).toList();
    }
    return rows;
  }

  StaffView view(StaffMember member) {
    boolean waits = member.waitsUntil() != null && clock.instant().isBefore(member.waitsUntil());
    return StaffView.of(member, waits, texts, dates);
  }
}
