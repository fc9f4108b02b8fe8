package jp.madoguchi.web.search;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import jp.madoguchi.expiry.NoticeDesk;
import jp.madoguchi.issuance.CertificateInquiry;
import jp.madoguchi.issuance.CertificateSerialNumber;
import jp.madoguchi.letter.LetterCode;
import jp.madoguchi.pin.PinService;
import jp.madoguchi.reception.ReceptionNumber;
import jp.madoguchi.resident.CardSerial;
import jp.madoguchi.resident.ResidentPage;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.revocation.CardLoss;
import jp.madoguchi.revocation.RevocationRequest;
import jp.madoguchi.web.faces.OfficeDates;
import jp.madoguchi.web.faces.PageTexts;
import jp.madoguchi.web.resident.ResidentFinder;

/** The one search field: takes any number or name, and goes straight to the one hit. */
@Named
@RequestScoped
public class SearchPage {

  /** Shorter hexadecimal words are rather somebody's name or number. */
  private static final int SHORTEST_SERIAL = 16;

  /** Thirteen signs in groups of four, four and five, as the letter prints them. */
  private static final Predicate<String> LIKE_A_LETTER =
      Pattern.compile("[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{5}").asMatchPredicate();

  @Inject private ResidentFinder residents;
  @Inject private CertificateInquiry certificates;
  @Inject private NoticeDesk notices;
  @Inject private OfficeDates dates;
  @Inject private PageTexts texts;
  @Inject private HttpServletRequest request;

  private String query;
  private List<Hit> hits = List.of();
  private boolean more;

  /** Searches; the one hit's page, or null to show them all. */
  public String open() {
    hits = atCounter() ? atTheCounter() : reception().map(this::caseHit).stream().toList();
    if (hits.size() != 1) {
      return null;
    }
    String path = hits.get(0).path();
    return path + (path.contains("?") ? "&" : "?") + "faces-redirect=true";
  }

  private List<Hit> atTheCounter() {
    return reception()
        .map(this::caseHit)
        .or(this::noticeHit)
        .or(this::revocationHit)
        .or(this::pinHit)
        .or(this::letterHit)
        .or(this::certificateHit)
        .map(List::of)
        .orElseGet(this::residentHits);
  }

  private List<Hit> residentHits() {
    ResidentPage found = residents.find(query);
    more = found.more();
    return found.residents().stream().map(this::residentHit).toList();
  }

  private Optional<ReceptionNumber> reception() {
    return ReceptionNumber.read(query);
  }

  private Hit caseHit(ReceptionNumber number) {
    String page = atCounter() ? "/case/index.xhtml?id=" : "/audit/case.xhtml?id=";
    return new Hit(texts.get("search.kind.case"), number.value(), "", page + number.value());
  }

  /** Who brings an expiry notice, or its reply form, wants to renew: its holder's reception. */
  private Optional<Hit> noticeHit() {
    return LetterCode.read(query)
        .flatMap(notices::find)
        .map(
            notice ->
                new Hit(
                    texts.get("notices.title"),
                    notice.code().value(),
                    "",
                    "/reception/index.xhtml?resident=" + notice.residentId()));
  }

  /** The number on the slip of a revocation or of a lost card. */
  private Optional<Hit> revocationHit() {
    String key = query == null ? "" : query.strip().toUpperCase(Locale.ROOT);
    if (RevocationRequest.idOf(key).isPresent()) {
      return Optional.of(revocation(key, "request"));
    }
    return CardLoss.idOf(key).map(id -> revocation(key, "loss"));
  }

  private Hit revocation(String key, String page) {
    return new Hit(
        texts.get("way.revocations"), key, "", "/revocation/" + page + ".xhtml?id=" + key);
  }

  /** The number on the slip of a PIN service. */
  private Optional<Hit> pinHit() {
    return Optional.ofNullable(query)
        .map(typed -> typed.strip().toUpperCase(Locale.ROOT))
        .filter(PinService::isKey)
        .map(key -> new Hit(texts.get("way.pins"), key, "", "/pin/visit.xhtml?id=" + key));
  }

  /** What has a letter code's form leads to the return visit, which says what is wrong with it. */
  private Optional<Hit> letterHit() {
    Optional<String> code =
        LetterCode.read(query)
            .map(LetterCode::value)
            .or(() -> Optional.ofNullable(query).map(String::strip).filter(LIKE_A_LETTER));
    return code.map(
        letter ->
            new Hit(
                texts.get("search.kind.letter"),
                letter,
                "",
                "/letter/return.xhtml?code=" + URLEncoder.encode(letter, StandardCharsets.UTF_8)));
  }

  private Optional<Hit> certificateHit() {
    return Optional.ofNullable(query)
        .map(typed -> typed.replaceAll("[\\s\\u3000:]", ""))
        .filter(typed -> typed.length() >= SHORTEST_SERIAL && CardSerial.read(typed).isEmpty())
        .flatMap(CertificateSerialNumber::parse)
        .flatMap(certificates::look)
        .map(found -> found.serial().hex())
        .map(
            serial ->
                new Hit(
                    texts.get("search.kind.certificate"),
                    serial,
                    "",
                    "/certificate/index.xhtml?q=" + serial));
  }

  private Hit residentHit(ResidentRecord resident) {
    return new Hit(
        texts.get("search.kind.resident"),
        resident.name(),
        resident.kana() + " " + dates.date(resident.birthDate()) + " " + resident.address(),
        "/reception/index.xhtml?resident=" + resident.id());
  }

  private boolean atCounter() {
    return request.isUserInRole("CLERK") || request.isUserInRole("SUPERVISOR");
  }

  /** Whether more fit than are shown. */
  public boolean isMore() {
    return more;
  }

  public List<Hit> getHits() {
    return hits;
  }

  public String getQuery() {
    return query;
  }

  public void setQuery(String query) {
    this.query = query;
  }
}
