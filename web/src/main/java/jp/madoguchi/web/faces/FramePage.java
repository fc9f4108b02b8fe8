package jp.madoguchi.web.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.audit.Workplace;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.AuthorityState;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.RenewalTerm;
import jp.madoguchi.settings.Settings;
import jp.madoguchi.terminal.Terminal;
import jp.madoguchi.terminal.TerminalRegister;
import jp.madoguchi.web.security.LoggedIn;

/** What surrounds every page: the office, the counter, who works at it, and where they may go. */
@Named("frame")
@RequestScoped
public class FramePage {

  private final Settings settings;
  private final OfficeClock clock;
  private final Workplace workplace;
  private final PageTexts texts;
  private final HttpServletRequest request;
  private final TerminalRegister terminals;
  private final AuthorityState authority;
  private final ReaderDates dates;
  private String terminal;

  /** For the container's proxy. */
  protected FramePage() {
    this(null, null, null, null, null, null, null, null);
  }

  @Inject
  public FramePage(
      Settings settings,
      OfficeClock clock,
      Workplace workplace,
      PageTexts texts,
      HttpServletRequest request,
      TerminalRegister terminals,
      AuthorityState authority,
      ReaderDates dates) {
    this.settings = settings;
    this.clock = clock;
    this.workplace = workplace;
    this.texts = texts;
    this.request = request;
    this.terminals = terminals;
    this.authority = authority;
    this.dates = dates;
  }

  public String getOffice() {
    return settings.text("office.name", texts.get("office"));
  }

  public String getCounter() {
    return getTerminal().isEmpty() ? "" : texts.of("frame.counter", getTerminal());
  }

  /**
   * The terminal whose reader this browser looks at: the one it was placed at, and in training the
   * first there is; empty where there is none.
   */
  public String getTerminal() {
    if (terminal == null) {
      terminal = isAtCounter() ? workplace.terminal().or(this::inTraining).orElse("") : "";
    }
    return terminal;
  }

  private Optional<String> inTraining() {
    return settings.training()
        ? terminals.all().stream().map(Terminal::id).findFirst()
        : Optional.empty();
  }

  public boolean isTraining() {
    return settings.training();
  }

  /** That certificates cannot be issued just now, and that intake goes on (R-SYSTEM-HOURS). */
  public String getStop() {
    AuthorityState.Now now = authority.now();
    return now.awaySince()
        .map(since -> texts.of("frame.authority.away", dates.moment(since)))
        .or(
            () ->
                now.stoppedUntil().map(end -> texts.of("frame.authority.stop", dates.moment(end))))
        .orElse("");
  }

  /** That an authority's next key is due, to whoever can ask for it; empty before that. */
  public String getKeyDue() {
    return request.isUserInRole("ADMIN")
        ? Arrays.stream(CertificateType.values())
            .flatMap(type -> authority.term(type).stream())
            .filter(term -> term.urgency() != RenewalTerm.Urgency.FAR)
            .map(RenewalTerm::due)
            .min(Comparator.naturalOrder())
            .map(due -> texts.of("frame.authority.key-due", dates.day(due)))
            .orElse("")
        : "";
  }

  public OffsetDateTime getNow() {
    return clock.now().truncatedTo(ChronoUnit.SECONDS).toOffsetDateTime();
  }

  /** The name of who is logged in; of a program, its login; empty: nobody. */
  public String getWho() {
    return Optional.ofNullable(request.getSession(false))
        .map(session -> session.getAttribute(LoggedIn.ATTRIBUTE))
        .map(loggedIn -> ((LoggedIn) loggedIn).displayName())
        .or(() -> Optional.ofNullable(request.getRemoteUser()))
        .orElse("");
  }

  public String getRoles() {
    return Stream.of("CLERK", "SUPERVISOR", "PROCESS_OWNER", "AUDITOR", "ADMIN")
        .filter(request::isUserInRole)
        .map(role -> texts.get("role." + role))
        .collect(Collectors.joining(texts.get("list.separator")));
  }

  public List<Way.Group> getWays() {
    return Way.ALL.stream()
        .map(group -> new Way.Group(group.word(), mine(group.ways())))
        .filter(group -> !group.ways().isEmpty())
        .toList();
  }

  public boolean isAtCounter() {
    return mayGo(Set.of("CLERK", "SUPERVISOR"));
  }

  private List<Way> mine(List<Way> ways) {
    return ways.stream().filter(way -> mayGo(way.roles())).toList();
  }

  private boolean mayGo(Set<String> roles) {
    return roles.stream().anyMatch(request::isUserInRole);
  }
}
