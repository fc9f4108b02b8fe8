package jp.madoguchi.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.process.Decisions;
import jp.madoguchi.process.Decisions.Input;
import jp.madoguchi.settings.Settings;
import jp.madoguchi.workflow.DecisionTables;

/**
 * Says all that the rules say of a PIN's change or reset (R-ALL-REASONS): who, card and hours as of
 * any application, and besides whether the certificate of that PIN is still good.
 */
@ApplicationScoped
public class PinServiceJudge {

  /** No supervisor allows a PIN service out of hours: the rule that says so is not told. */
  private static final String NOT_TOLD = "R-OUT-OF-HOURS";

  private final DecisionTables tables;
  private final Settings settings;

  protected PinServiceJudge() {
    this(null, null);
  }

  @Inject
  public PinServiceJudge(DecisionTables tables, Settings settings) {
    this.tables = tables;
    this.settings = settings;
  }

  /** How the certificate of a PIN stands that is on the card. */
  public enum Standing {
    VALID,
    SUSPENDED,
    REVOKED,
    EXPIRED,
    NONE
  }

  /**
   * What is asked for.
   *
   * @param who the facts of person, card and counter, without route and certificates
   * @param route who stands at the counter
   * @param reset whether a PIN is reset, not changed by whoever knows it
   * @param pins the PINs by whose certificate stands how
   */
  public record Wish(Facts who, Route route, boolean reset, Map<CertificateType, Standing> pins) {

    public Wish {
      pins = Map.copyOf(pins);
    }
  }

  public Judgement judge(Wish wish) {
    Reckoning reckoning = Reckoning.of(wish.who(), LeapDay.of(settings));
    Map<String, Object> common = DecisionInputs.of(reckoning, settings);
    List<Finding> findings = new ArrayList<>();
    read(Decisions.ELIGIBILITY, common, new FindingReader(reckoning, 0))
        .filter(finding -> !finding.rule().equals(NOT_TOLD))
        .forEach(findings::add);
    common.put(Input.ROUTE, wish.route().name());
    Map<String, Finding> ofPins = new LinkedHashMap<>();
    Stream.of(CertificateType.values())
        .filter(wish.pins()::containsKey)
        .forEach(type -> ofPin(wish, type, common, reckoning, ofPins));
    findings.addAll(ofPins.values());
    common.put(Input.SERVICE, wish.reset() ? "PIN_RESET" : "PIN_CHANGE");
    return new Judgement(
        findings,
        Judge.documents(tables.evaluate(Decisions.REQUIRED_DOCUMENTS, common)),
        0,
        Map.of());
  }

  /** What holds of every PIN alike is told once. */
  private void ofPin(
      Wish wish,
      CertificateType type,
      Map<String, Object> common,
      Reckoning reckoning,
      Map<String, Finding> told) {
    Map<String, Object> inputs = new HashMap<>(common);
    inputs.put(Input.PIN_OF, type.name());
    inputs.put(Input.CERTIFICATE_STANDING, wish.pins().get(type).name());
    Phrase name = Phrase.of("writing.type." + type);
    read(Decisions.PIN_SERVICE, inputs, new FindingReader(reckoning, 0, name))
        .forEach(finding -> told.putIfAbsent(finding.reason().toString(), finding));
  }

  private Stream<Finding> read(String table, Map<String, Object> inputs, FindingReader reader) {
    return tables.evaluate(table, inputs).stream().map(reader::read);
  }
}
