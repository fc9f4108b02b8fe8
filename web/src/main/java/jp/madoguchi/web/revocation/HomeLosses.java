package jp.madoguchi.web.revocation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.revocation.CardLossDesk;
import jp.madoguchi.web.faces.PageTexts;

/** 今日: the cards that have been on hold for so long that somebody asks again. */
@Named("homeLosses")
@RequestScoped
public class HomeLosses {

  @Inject private CardLossDesk desk;
  @Inject private OfficeClock clock;
  @Inject private PageTexts texts;
  @Inject private HttpServletRequest request;

  private List<LossRow> rows;

  public List<LossRow> getRows() {
    if (rows == null) {
      boolean counter = request.isUserInRole("CLERK") || request.isUserInRole("SUPERVISOR");
      rows =
          counter
              ? desk.heldLong().stream().map(one -> LossRow.of(one, clock, texts)).toList()
              : List.of();
    }
    return rows;
  }

  public int getDays() {
    return desk.remindDays();
  }
}
