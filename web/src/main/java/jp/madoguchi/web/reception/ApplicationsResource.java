package jp.madoguchi.web.reception;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.problem.Severity;
import jp.madoguchi.proxy.NoticeFinding;
import jp.madoguchi.reception.ApplicationForm;
import jp.madoguchi.reception.ApplicationQuery;
import jp.madoguchi.reception.ApplicationState;
import jp.madoguchi.reception.CaseDesk;
import jp.madoguchi.reception.CaseView;
import jp.madoguchi.reception.Intake;
import jp.madoguchi.reception.Prospect;
import jp.madoguchi.reception.Reception.CardDiffers;
import jp.madoguchi.reception.Reception.Refused;
import jp.madoguchi.reception.ReceptionDesk;
import jp.madoguchi.reception.ReceptionNumber;
import jp.madoguchi.reception.ReplyPins;
import jp.madoguchi.reception.ReturnDesk;
import jp.madoguchi.reception.StepForm;
import jp.madoguchi.reception.Withdrawer;
import jp.madoguchi.reception.WorkList;
import jp.madoguchi.web.eligibility.JudgementJson;
import jp.madoguchi.web.faces.PageTexts;
import jp.madoguchi.web.rest.CallerLanguage;
import jp.madoguchi.web.rest.ProblemDocument;
import jp.madoguchi.web.terminal.SealedPins;

/** {@code /api/applications}: reception, the cases and their steps. */
@Path("applications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"CLERK", "SUPERVISOR"})
public class ApplicationsResource {

  private static final int UNPROCESSABLE = 422;

  @Inject private ReceptionDesk desk;
  @Inject private Intake intake;
  @Inject private CaseDesk cases;
  @Inject private ReturnDesk returns;
  @Inject private ReplyPins pins;
  @Inject private WorkList work;
  @Inject private JudgementJson judgements;
  @Inject private PageTexts texts;
  @Inject private OfficeClock clock;
  @Context private HttpServletRequest request;

  /** What the rules say of a form as it stands; nothing is stored. */
  @POST
  @Path("judgement")
  public Object judge(ApplicationForm form) {
    Prospect prospect = desk.judge(given(form));
    return ProspectJson.of(
        prospect, judgements.of(prospect.judgement()), CallerLanguage.of(request));
  }

  @POST
  public Response receive(
      @HeaderParam("Idempotency-Key") String idempotencyKey, ApplicationForm form) {
    Intake.Answer answer = intake.receive(given(form), idempotencyKey);
    if (answer.reception() instanceof Refused refused) {
      return refusal(judgements.problem(refused.judgement()));
    }
    if (answer.reception() instanceof CardDiffers differs) {
      return refusal(problem(differs));
    }
    CaseView view = answer.view().orElseThrow();
    ReceptionNumber number = view.application().receptionNumber();
    return Response.created(URI.create("/api/applications/" + number)).entity(whole(view)).build();
  }

  private String problem(CardDiffers differs) {
    Locale locale = CallerLanguage.of(request);
    List<ProspectJson.Named> items = ProspectJson.Named.of(differs.items(), locale);
    String words =
        items.stream()
            .map(ProspectJson.Named::title)
            .collect(Collectors.joining(texts.get("list.separator")));
    return ProblemDocument.of(UNPROCESSABLE, "card-differs", words)
        .with("differing", items)
        .with("findings", judgements.findings(differs.judgement()))
        .json(locale);
  }

  private static Response refusal(String problem) {
    return Response.status(UNPROCESSABLE).type(ProblemDocument.TYPE).entity(problem).build();
  }

  @GET
  @RolesAllowed({"CLERK", "SUPERVISOR", "AUDITOR"})
  public List<ApplicationJson.Line> page(
      @QueryParam("status") String status, @QueryParam("page") @DefaultValue("1") int page) {
    return cases.page(new ApplicationQuery(state(status), null, page)).stream()
        .map(ApplicationJson::line)
        .toList();
  }

  /** What waits for the counter's staff now, the longest waiting first. */
  @GET
  @Path("due")
  public List<ApplicationJson.Line> due() {
    return work.due().stream().map(ApplicationJson::line).toList();
  }

  @GET
  @Path("{receptionNumber}")
  @RolesAllowed({"CLERK", "SUPERVISOR", "AUDITOR"})
  public ApplicationJson.Whole view(@PathParam("receptionNumber") String number) {
    return whole(cases.view(read(number)));
  }

  /**
   * Does a step. When the case is not where the caller thinks, the refusal says where it is, and
   * with {@code seen}, as the case said it of itself, what happened since.
   */
  @POST
  @Path("{receptionNumber}/steps/{step}")
  public ApplicationJson.Whole perform(
      @PathParam("receptionNumber") String number,
      @PathParam("step") String step,
      @QueryParam("seen") String seen,
      @HeaderParam("Idempotency-Key") String idempotencyKey,
      Map<String, Object> form) {
    StepForm entered = new StepForm(form == null ? Map.of() : form);
    try {
      return whole(cases.perform(read(number), step, entered, idempotencyKey));
    } catch (BusinessException e) {
      if (e.problem().severity() != Severity.CONFLICT) {
        throw e;
      }
      throw new MovedOnException(e.problem(), whereItIs(read(number), Seen.read(seen)));
    }
  }

  @POST
  @Path("{receptionNumber}/holder")
  public ApplicationJson.Whole takeOver(@PathParam("receptionNumber") String number) {
    return whole(cases.takeOver(read(number)));
  }

  /**
   * Withdraws an application; fields {@code reason}, and {@code by}: a name of {@link Withdrawer},
   * {@code APPLICANT} when it is left out.
   */
  @POST
  @Path("{receptionNumber}/withdrawal")
  public ApplicationJson.Whole withdraw(
      @PathParam("receptionNumber") String number, Map<String, String> form) {
    StepForm entered = entered(form);
    Withdrawer by =
        entered.optionalText("by").isPresent()
            ? entered.choice("by", Withdrawer.class)
            : Withdrawer.APPLICANT;
    return whole(cases.withdraw(read(number), by, text(form, "reason")));
  }

  /** The notice's own reply cannot be taken; field {@code finding}: {@link NoticeFinding}. */
  @POST
  @Path("{receptionNumber}/notice-reply-refusal")
  public ApplicationJson.Whole refuseNoticeReply(
      @PathParam("receptionNumber") String number, Map<String, String> form) {
    return whole(
        returns.refuseNoticeReply(
            read(number), entered(form).choice("finding", NoticeFinding.class)));
  }

  /** The letter is lost or spoilt: another one is to be printed. */
  @POST
  @Path("{receptionNumber}/new-letter")
  public ApplicationJson.Whole wantNewLetter(@PathParam("receptionNumber") String number) {
    return whole(returns.wantNewLetter(read(number)));
  }

  /** The applicant of a proxy's case goes on in person. */
  @POST
  @Path("{receptionNumber}/in-person")
  public ApplicationJson.Whole continueInPerson(@PathParam("receptionNumber") String number) {
    return whole(returns.continueInPerson(read(number)));
  }

  /** Asks a supervisor to allow another document of the same proxy; field {@code reason}. */
  @POST
  @Path("{receptionNumber}/other-document")
  public ApplicationJson.Whole askOtherDocument(
      @PathParam("receptionNumber") String number, Map<String, String> form) {
    return whole(returns.askOtherDocument(read(number), text(form, "reason")));
  }

  /** The PINs of the sealed reply form, each that is asked for once (R-SEALED-PIN). */
  @POST
  @Path("{receptionNumber}/pins")
  public ApplicationJson.Whole enterPins(
      @PathParam("receptionNumber") String number, SealedPins sealed) {
    return whole(pins.enter(read(number), sealed.jwe()));
  }

  @POST
  @Path("{receptionNumber}/notes")
  public ApplicationJson.Whole write(
      @PathParam("receptionNumber") String number, Map<String, String> form) {
    return whole(cases.write(read(number), text(form, "text")));
  }

  private Map<String, Object> whereItIs(ReceptionNumber number, Seen seen) {
    CaseView view = cases.view(number);
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("status", view.application().state());
    members.put("holder", view.application().holder());
    members.put("nextSteps", ApplicationJson.next(view));
    members.put("seen", seenNow(view).toString());
    if (seen != null) {
      members.put("changed", ApplicationJson.happened(happened(seen, view)));
    }
    return members;
  }

  private ApplicationJson.Whole whole(CaseView view) {
    return ApplicationJson.whole(view, seenNow(view), CallerLanguage.of(request));
  }

  private List<HistoryRow> happened(Seen seen, CaseView view) {
    ReceptionNumber number = view.application().receptionNumber();
    return HistoryRow.of(seen.since(cases.history(number)), view, texts);
  }

  private Seen seenNow(CaseView view) {
    return Seen.of(view, clock.instant());
  }

  private static ApplicationForm given(ApplicationForm form) {
    if (form == null) {
      throw Problem.refused("request-unreadable").asException();
    }
    return form;
  }

  private static StepForm entered(Map<String, String> form) {
    return new StepForm(form == null ? Map.of() : new HashMap<>(form));
  }

  private static String text(Map<String, String> form, String field) {
    return form == null ? null : form.get(field);
  }

  private static ReceptionNumber read(String number) {
    return ReceptionNumber.read(number)
        .orElseThrow(() -> Problem.refused("not-found").asException());
  }

  private static ApplicationState state(String name) {
    if (name == null || name.isBlank()) {
      return null;
    }
    try {
      return ApplicationState.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw Problem.refused("form-incomplete", "status").asException();
    }
  }
}
