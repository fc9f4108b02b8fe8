package jp.madoguchi.web.pin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import jp.madoguchi.cardwriting.PinSettingState;
import jp.madoguchi.cardwriting.PinWay;
import jp.madoguchi.eligibility.RequiredDocument;
import jp.madoguchi.pin.PinDesk;
import jp.madoguchi.pin.PinService;
import jp.madoguchi.pin.PinServiceView;
import jp.madoguchi.process.Processes.Steps;
import jp.madoguchi.reception.StepForm;
import jp.madoguchi.web.faces.Attempt;
import jp.madoguchi.web.faces.FramePage;
import jp.madoguchi.web.faces.PageTexts;
import jp.madoguchi.web.reception.StepRow;
import org.omnifaces.cdi.Param;

/** 暗証番号の手続き: one visit with its one next step. */
@Named
@RequestScoped
public class PinVisitPage {

  private static final List<String> WAY =
      List.of(
          Steps.CHECK_PAPERS, Steps.PRESENT_CARD, Steps.ENTER_PINS, "set-pins", Steps.GIVE_BACK);

  @Inject private PinDesk desk;
  @Inject private FramePage frame;
  @Inject private PageTexts texts;

  @Inject @Param private String id;

  private PinServiceView view;
  private String[] checkedPapers = {};
  private String reason;

  public PinServiceView getView() {
    if (view == null) {
      view = desk.view(id);
    }
    return view;
  }

  public String getId() {
    return id;
  }

  public String getWays() {
    return PinWords.ways(getView().service().ways(), texts);
  }

  public String getStatus() {
    return PinWords.step(getView().service(), getView().due(), texts);
  }

  public boolean isOpen() {
    return getView().service().state() == PinService.State.OPEN;
  }

  public boolean isDone() {
    return getView().service().state() == PinService.State.DONE;
  }

  /** The key of the step that is due; {@code set-pins} while the card works; empty: it is over. */
  public String getStep() {
    return isOpen() && getView().due().isEmpty() ? "set-pins" : getView().step();
  }

  /** Whether card or holder are waited for, so that the page asks how it stands. */
  public boolean isLive() {
    return List.of(Steps.PRESENT_CARD, Steps.ENTER_PINS, "set-pins").contains(getStep());
  }

  /** Whether papers are asked once more, since a PIN turned out to be locked or forgotten. */
  public boolean isTurned() {
    return getStep().equals(Steps.CHECK_PAPERS) && !getView().seen().isEmpty();
  }

  /** Whether the holder may still say that the current PIN is forgotten. */
  public boolean isForgettable() {
    return List.of(Steps.ENTER_PINS, "set-pins").contains(getStep())
        && getView().status().pins().stream()
            .anyMatch(one -> one.isOpen() && one.way() == PinWay.CHANGE);
  }

  /** Whether a slip can be printed. */
  public boolean isSlip() {
    return getView().status().pins().stream().anyMatch(one -> one.state() == PinSettingState.SET);
  }

  public List<StepRow> getSteps() {
    int now = isOpen() ? WAY.indexOf(getStep()) : isDone() ? WAY.size() : -1;
    return IntStream.range(0, WAY.size())
        .mapToObj(
            place ->
                new StepRow(
                    texts.get("step.name." + WAY.get(place)),
                    place < now ? "DONE" : place == now ? "NOW" : "TO_COME",
                    null,
                    ""))
        .toList();
  }

  public List<SelectItem> getRequiredPapers() {
    return getView().papers().stream()
        .map(code -> new SelectItem(code, new RequiredDocument(code).name().in(texts.locale())))
        .toList();
  }

  public Instant getEndedAt() {
    return getView().service().endedAt().orElse(null);
  }

  public String checkPapers() {
    return step(Steps.CHECK_PAPERS, Map.of("confirmed", List.of(checkedPapers)));
  }

  public String presentCard() {
    return step(Steps.PRESENT_CARD, Map.of("terminal", frame.getTerminal()));
  }

  public String giveBack() {
    return step(Steps.GIVE_BACK, Map.of());
  }

  private String step(String step, Map<String, Object> fields) {
    return act(() -> desk.perform(id, step, new StepForm(fields), null));
  }

  public String turnToReset() {
    return act(() -> desk.forgotten(id));
  }

  public String giveUp() {
    return act(() -> desk.giveUp(id, reason));
  }

  private String act(Supplier<PinServiceView> act) {
    return Attempt.to(
        () -> {
          act.get();
          return "/pin/visit.xhtml?faces-redirect=true&id=" + id;
        });
  }

  public String[] getCheckedPapers() {
    return checkedPapers.clone();
  }

  public void setCheckedPapers(String[] checkedPapers) {
    this.checkedPapers = checkedPapers.clone();
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
