package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import jp.madoguchi.launcher.Counter;
import jp.madoguchi.whole.Relay.Held;
import jp.madoguchi.whole.Relay.Load;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The real parts of the counter end in the middle of a case that renews both certificates: agent,
 * network, server, database and card, at each state of the journal. Each time an old or a new
 * certificate works, and the case goes on and is finished. {@code -Dmadoguchi.interruptions=full}
 * takes every pair, and in its place {@code AGENT_KILLED,NETWORK_CUT@WRITTEN} some;
 * docs/reliability.md has what came of it. When the server is killed first, others are in the
 * middle of something too, and go on.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class EveryInterruptionIT {

  private static final String WANTED = System.getProperty("madoguchi.interruptions");
  private static final int FIRST_RESIDENT = 190;
  private static final String HERE = "HERE";
  private static final String ELSEWHERE = "ELSEWHERE";
  private static final String[] BOTH = {"SIGNATURE", "USER_AUTHENTICATION"};
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Counter counter = RunningCounter.get();
  private final Map<Interruption, Integer> cases = new EnumMap<>(Interruption.class);
  private final Map<Interruption, Map<Moment, Long>> seconds = new EnumMap<>(Interruption.class);
  private final NightlyNotices notices = new NightlyNotices();
  private final WaitingCases waiting = new WaitingCases();

  /**
   * The case that waits keeps the usual terminal's reader until it is finished, when the clock goes
   * far ahead: it comes last both times.
   */
  private final List<Bystander> bystanders = List.of(notices, waiting);

  private boolean serverKilled;
  private Relay network;
  private AgentAtTerminal here;
  private AgentAtTerminal elsewhere;

  @TempDir private static Path folder;

  static Stream<Arguments> matrix() {
    return WANTED == null
        ? Stream.of(
            Arguments.of(Interruption.SERVER_AND_AGENT_KILLED, Moment.ACTIVATED),
            Arguments.of(Interruption.KEY_LOST, Moment.WRITTEN),
            Arguments.of(Interruption.AGENT_KILLED, Moment.KEY_MADE),
            Arguments.of(Interruption.NETWORK_CUT, Moment.ACTIVATED),
            Arguments.of(Interruption.DATABASE_STOPPED, Moment.CERTIFICATE_ISSUED))
        : Arrays.stream(Interruption.values())
            .flatMap(
                what ->
                    Arrays.stream(Moment.values())
                        .filter(moment -> what.happensAt(moment) && isWanted(what, moment))
                        .map(moment -> Arguments.of(what, moment)));
  }

  private static boolean isWanted(Interruption what, Moment moment) {
    return WANTED.equals("full")
        || Stream.of(WANTED.split(","))
            .anyMatch(one -> one.equals(what.name()) || one.equals(what + "@" + moment));
  }

  @BeforeAll
  void twoFurtherTerminalsAndWhoElseIsThere() throws Exception {
    Office.isOpen();
    if (theServerIsToBeKilled()) {
      for (Bystander bystander : bystanders) {
        bystander.begins();
      }
    }
    network = new Relay();
    here = AgentAtTerminal.enrolled(HERE, network.address(), folder);
    elsewhere = AgentAtTerminal.enrolled(ELSEWHERE, counter.address(), folder);
  }

  @AfterAll
  void theTerminalsAreClosed() throws IOException {
    here.close();
    elsewhere.close();
    network.close();
    StringBuilder lines = new StringBuilder();
    seconds.forEach((what, at) -> lines.append(what).append(' ').append(at).append('\n'));
    Files.writeString(
        Path.of("target/interruptions-" + (WANTED == null ? "short" : "full") + ".txt"), lines);
  }

  @Order(1)
  @ParameterizedTest(name = "{0} at {1}")
  @MethodSource("matrix")
  void anOldOrNewCertificateWorksAndTheCaseIsFinished(Interruption what, Moment moment)
      throws Exception {
    long begun = System.nanoTime();
    Visit visit = Visit.of(FIRST_RESIDENT + what.ordinal()).at(HERE);
    int number = cases.merge(what, 1, Integer::sum);
    if (number == 1) {
      theCardIsInUse(visit);
    }
    Renewed renewed =
        new Renewed(visit, Renewed.validOf(visit.card()), pins(number - 1, number), folder);
    visit.reissue("LOSS", BOTH);
    visit.papersChecked();
    assertThat(visit.perform("collect-fee", Map.of("receivedYen", 1000)).status()).isEqualTo(200);
    visit.cardPutOnReader().cardPresented();

    if (what.tearsTheCard()) {
      tear(visit, what, moment, number, renewed);
    } else {
      interrupt(visit, what, moment, number, renewed);
    }
    finish(visit, number);
    visit.handedOver();
    boolean issuedForLostKey = what == Interruption.KEY_LOST && moment != Moment.KEY_MADE;
    renewed.assertFinished(issuedForLostKey ? 1 : 0);
    if (!here.runs()) {
      startAgentAnew();
    }
    long took = (System.nanoTime() - begun) / 1_000_000_000;
    seconds.computeIfAbsent(what, one -> new EnumMap<>(Moment.class)).put(moment, took);
  }

  @Order(3)
  @Test
  void casesThatWaitForPinsOrForAReplyGoOnAfterTheServerWasKilled() {
    theServerWasKilled();
    waiting.goesOn();
  }

  @Order(2)
  @Test
  void theNightsNoticesOutliveTheServerAndBringAProxyBackInOneVisit() throws Exception {
    theServerWasKilled();
    notices.goesOn();
  }

  private static boolean theServerIsToBeKilled() {
    return matrix().anyMatch(pair -> ((Interruption) pair.get()[0]).killsTheServer());
  }

  private void theServerWasKilled() {
    assumeThat(theServerIsToBeKilled()).isTrue();
    assertThat(serverKilled).isTrue();
  }

  private void theCardIsInUse(Visit visit) {
    assertThat(visit.apply("NEW", BOTH).status()).isEqualTo(201);
    visit.cardPutOnReader().papersChecked().cardPresented();
    visit.pinsEntered(new HashMap<>(pinsOf(0))).written().handedOver();
  }

  private void tear(Visit visit, Interruption what, Moment moment, int number, Renewed renewed)
      throws IOException, GeneralSecurityException {
    tearAt(visit, moment);
    visit.pinsEntered(new HashMap<>(pinsOf(number)));
    visit.cardTaken();
    renewed.assertOldOrNewWorks();
    renewed.assertRelyingPartiesAreToldTheSame();
    if (what == Interruption.KEY_LOST) {
      loseTheWaitingKey(visit.card());
    }
    goOn(visit, what);
  }

  private void tearAt(Visit visit, Moment moment) {
    Api clerk = Api.as("clerk1");
    String type = firstType(visit.card());
    int certificate =
        (int)
            Tables.count(
                "select max(certificate_length) from madoguchi.card_writing"
                    + " where card_serial = ? and type = ?",
                visit.card(),
                type);
    String path = type.equals("SIGNATURE") ? "sign" : "auth";
    int issuer = Api.anonymous().get("ca/" + path + ".cer").body().length;
    int commands = new Dialogue(certificate, issuer).commandsUntil(moment);
    Api.Reply reply =
        clerk.post(
            "api/training/cards/%s/tear?terminal=%s&afterCommand=%d"
                .formatted(visit.card(), HERE, commands),
            Map.of());
    assertThat(reply.status()).as(reply.text()).isBetween(200, 204);
  }

  private static String firstType(String card) {
    return Tables.text(
        "select type from madoguchi.card_writing where card_serial = ? and position = 0 limit 1",
        card);
  }

  private void interrupt(Visit visit, Interruption what, Moment moment, int number, Renewed renewed)
      throws Exception {
    Place place = Place.reach(moment, visit, network, () -> until(visit, moment, number));
    try {
      assertThat(stateOf(visit, 0)).isEqualTo(moment.state());
      renewed.assertOldOrNewWorks();
      strike(what, place);
      if (what != Interruption.NETWORK_CUT) {
        renewed.assertOldOrNewWorks();
      }
      goOn(visit, what);
    } finally {
      place.close();
    }
  }

  /** The applicant types the PINs; the card is torn away and put back where the moment needs it. */
  private void until(Visit visit, Moment moment, int number) {
    if (moment.followsATear()) {
      tearAt(visit, moment);
    }
    visit.pinsEntered(new HashMap<>(pinsOf(number)));
    if (moment.followsATear()) {
      visit.cardTaken();
      visit.cardPutOnReader();
    }
  }

  /** It happens, and what was held back is let go into it. */
  private void strike(Interruption what, Place place) throws Exception {
    if (what.killsTheAgent()) {
      here.kill();
    }
    switch (what) {
      case NETWORK_CUT -> {
        network.cut();
        place.letGo();
        pause();
      }
      case SERVER_KILLED, SERVER_AND_AGENT_KILLED -> {
        counter.killServer();
        place.letGo();
        startServerAnew();
      }
      case DATABASE_STOPPED -> {
        stopDatabaseAtOnce();
        place.letGo();
        pause();
        counter.startDatabase();
      }
      default -> place.letGo();
    }
  }

  private void startServerAnew() throws Exception {
    if (serverKilled) {
      counter.startServer();
      return;
    }
    serverKilled = true;
    for (Bystander bystander : bystanders) {
      bystander.whileTheServerIsAway();
    }
    counter.startServer();
    bystanders.forEach(Bystander::whenTheServerIsBack);
  }

  private void goOn(Visit visit, Interruption what) throws IOException {
    if (what == Interruption.NETWORK_CUT) {
      network.mend();
    } else if (what.leadsElsewhere()) {
      visit.at(ELSEWHERE).cardPutOnReader();
    } else if (what == Interruption.AGENT_RESTARTED) {
      startAgentAnew();
      visit.cardPutOnReader();
    } else if (what == Interruption.KEY_LOST) {
      visit.cardPutOnReader();
    }
  }

  /** Until then the server tells of the reader what the killed agent told last. */
  private void startAgentAnew() throws IOException {
    here.start();
    Wait.until(
        "the new agent has told that its reader is empty",
        () -> Api.as("clerk1").get("api/terminals/" + HERE + "/card").json(),
        seen -> seen.at("/card/serial").isMissingNode() || seen.at("/card/serial").isNull());
  }

  /** The PINs are typed again where the terminal's screen asks for them. */
  private static void finish(Visit visit, int number) {
    Wait.until(
        "the certificates are on the card",
        () -> {
          JsonNode asked = visit.pinsAsked();
          if (!asked.isEmpty()) {
            Map<String, Object> again = new HashMap<>(pinsOf(number));
            again.keySet().removeIf(type -> !asked.toString().contains('"' + type + '"'));
            typed(visit, again);
          }
          return visit.look();
        },
        seen -> seen.at("/nextSteps/0/step").asText().equals("hand-over"));
  }

  /**
   * The screen asks for more once the card has told that it did not switch; then it is read anew.
   */
  private static void typed(Visit visit, Map<String, Object> pins) {
    try {
      visit.pinsEntered(pins);
    } catch (AssertionError refused) {
      assertThat(refused).hasMessageContaining("pins-not-due");
    }
  }

  /** The postmaster ends its children and itself without a word to anybody. */
  private void stopDatabaseAtOnce() throws IOException {
    Path file = counter.layout().data().resolve("database/data/postmaster.pid");
    long postmaster = Long.parseLong(Files.readAllLines(file).get(0).strip());
    Command.run(folder, "kill", "-QUIT", Long.toString(postmaster));
    ProcessHandle.of(postmaster).ifPresent(process -> process.onExit().join());
    counter.stopDatabase();
  }

  /** As another issuing system leaves the card that has staged a key of its own and given it up. */
  private void loseTheWaitingKey(String card) throws IOException {
    Path file = counter.layout().cards().resolve(card + ".state");
    ObjectNode state = (ObjectNode) JSON.readTree(file.toFile());
    assertThat(state.get("staging").isNull()).as("a key waits").isFalse();
    state.putNull("staging");
    JSON.writeValue(file.toFile(), state);
  }

  private static String stateOf(Visit visit, int position) {
    return Tables.text(
        "select state from madoguchi.card_writing where reception_number = ? and position = ?",
        visit.receptionNumber(),
        position);
  }

  private static void pause() {
    LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
  }

  /** Other PINs with each case. */
  private static Map<String, String> pinsOf(int number) {
    return Map.of(
        "SIGNATURE",
        "MADO%04d".formatted(number),
        "USER_AUTHENTICATION",
        "%04d".formatted(7350 + number));
  }

  private static Map<String, List<String>> pins(int before, int now) {
    Map<String, List<String>> both = new HashMap<>();
    for (String type : BOTH) {
      both.put(type, List.of(pinsOf(now).get(type), pinsOf(before).get(type)));
    }
    return both;
  }

  /** Where the case is held until something happens to it: in the database, or on the network. */
  private record Place(JournalGate gate, Held held) implements AutoCloseable {

    static Place reach(Moment moment, Visit visit, Relay network, Runnable work)
        throws SQLException {
      Place place =
          switch (moment) {
            case KEY_REQUESTED, ACTIVATION_SENT -> held(moment, visit, network, Load.COMMANDS);
            case KEY_MADE, ACTIVATED -> held(moment, visit, network, Load.ANSWERS);
            case ACTIVE ->
                new Place(JournalGate.leaving(visit.receptionNumber(), 1, "KEY_REQUESTED"), null);
            default ->
                new Place(JournalGate.leaving(visit.receptionNumber(), 0, moment.state()), null);
          };
      try {
        work.run();
        place.await();
        return place;
      } catch (AssertionError | RuntimeException e) {
        place.close();
        throw e;
      }
    }

    private void await() {
      if (gate != null) {
        gate.await();
      } else {
        held.await();
      }
    }

    private static Place held(Moment moment, Visit visit, Relay network, Load load) {
      return new Place(null, network.hold(load, () -> moment.state().equals(stateOf(visit, 0))));
    }

    void letGo() {
      if (gate != null) {
        gate.open();
      } else {
        held.letGo();
      }
    }

    @Override
    public void close() {
      letGo();
      if (gate != null) {
        gate.close();
      }
    }
  }
}
