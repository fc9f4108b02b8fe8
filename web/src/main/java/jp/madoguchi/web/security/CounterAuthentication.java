package jp.madoguchi.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.audit.Workplace;
import jp.madoguchi.staff.Caller;
import jp.madoguchi.staff.PairedDevice;
import jp.madoguchi.staff.PairedDevice.Kind;
import jp.madoguchi.staff.PairedDevices;
import jp.madoguchi.staff.ProgramLogins;
import jp.madoguchi.staff.Standing;
import jp.madoguchi.web.rest.ApiErrors;

/**
 * Says who calls: a program by its credentials or its client certificate, somebody logged in by the
 * session, an applicant's screen by its pairing. Whether they may is the {@link AccessFilter}'s
 * question, so this never answers a request itself.
 */
@ApplicationScoped
public class CounterAuthentication implements HttpAuthenticationMechanism {

  private final ProgramLogins programs;
  private final Standing standing;
  private final PairedDevices devices;
  private final SessionTime time;
  private final Workplace workplace;

  protected CounterAuthentication() {
    this(null, null, null, null, null);
  }

  @Inject
  public CounterAuthentication(
      ProgramLogins programs,
      Standing standing,
      PairedDevices devices,
      SessionTime time,
      Workplace workplace) {
    this.programs = programs;
    this.standing = standing;
    this.devices = devices;
    this.time = time;
    this.workplace = workplace;
  }

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    Optional<PairedDevice> device = device(request);
    workplace.arrived(device.map(PairedDevice::terminal).orElse(null));
    return caller(request, device)
        .map(caller -> context.notifyContainerAboutLogin(caller.name(), caller.roles()))
        .orElseGet(context::doNothing);
  }

  private Optional<Caller> caller(HttpServletRequest request, Optional<PairedDevice> device) {
    String path = Addresses.path(request);
    if (request.getHeader("Authorization") != null) {
      // Whoever sends credentials is meant by them, even if they are wrong and a session is there.
      return ApiErrors.forPrograms(path) ? program(request) : Optional.empty();
    }
    return agent(request).or(() -> loggedIn(request, path)).or(() -> screen(path, request, device));
  }

  /** The {@link CertificateFilter} has looked, and asks once more. */
  private static Optional<Caller> agent(HttpServletRequest request) {
    return Optional.ofNullable((Caller) request.getAttribute(CertificateFilter.CALLER));
  }

  private Optional<Caller> program(HttpServletRequest request) {
    return BasicCredentials.parse(request.getHeader("Authorization"))
        .flatMap(basic -> programs.verify(basic.name(), basic.secret()));
  }

  private Optional<Caller> loggedIn(HttpServletRequest request, String path) {
    HttpSession session = request.getSession(false);
    if (session == null
        || !(session.getAttribute(LoggedIn.ATTRIBUTE) instanceof LoggedIn loggedIn)) {
      return Optional.empty();
    }
    if (time.remainingSeconds(session) == 0
        || !standing.holds(loggedIn.login(), loggedIn.stamp())) {
      session.invalidate();
      return Optional.empty();
    }
    if (work(request.getMethod(), path)) {
      time.extend(session);
    }
    return Optional.of(new Caller(loggedIn.login(), loggedIn.roles()));
  }

  /** Pages and acts are work; what a page asks the API by itself is not. */
  private static boolean work(String method, String path) {
    boolean api = ApiErrors.forPrograms(path);
    boolean asks = method.equals("GET") || method.equals("HEAD");
    boolean draft = path.startsWith("/api/drafts/");
    boolean part = path.startsWith("/assets/") || path.startsWith("/jakarta.faces.resource/");
    return !part && (!api || draft || !asks);
  }

  private static Optional<Caller> screen(
      String path, HttpServletRequest request, Optional<PairedDevice> device) {
    return device
        .filter(paired -> paired.kind() == Kind.SECOND_SCREEN)
        .filter(
            paired ->
                SecondScreen.at(paired.terminal(), path, request.getParameterValues("terminal")))
        .map(paired -> new Caller(paired.terminal(), Set.of("SECOND_SCREEN")));
  }

  private Optional<PairedDevice> device(HttpServletRequest request) {
    String wanted =
        SecondScreen.path(Addresses.path(request)) ? Cookies.SECOND_SCREEN : Cookies.WORKSTATION;
    return Cookies.find(request, wanted).flatMap(devices::recognise);
  }
}
