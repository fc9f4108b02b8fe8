package jp.madoguchi.web.certificate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import jp.madoguchi.issuance.RevocationReason;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.revocation.Lapse;
import jp.madoguchi.revocation.LapseDesk;
import jp.madoguchi.revocation.LapseDesk.ToTell;
import jp.madoguchi.revocation.LapsedCertificate;
import jp.madoguchi.web.faces.Attempt;
import jp.madoguchi.web.faces.Done;
import jp.madoguchi.web.faces.PageTexts;
import org.omnifaces.cdi.Param;

/** 失効を知らせる方: one of them with the next step, or the list of all. */
@Named
@RequestScoped
public class LapsePage {

  private static final int SIZE = 100;

  @Inject private LapseDesk desk;
  @Inject private PageTexts texts;

  @Inject @Param private String id;
  @Inject @Param private Integer page;

  private ToTell asked;
  private List<LapseRow> rows;

  /** One certificate that the change concerned. */
  public record CertificateLine(
      String type,
      String serial,
      String state,
      String stateKind,
      String why,
      String rule,
      String source,
      Instant since) {

    static CertificateLine of(LapsedCertificate one, PageTexts texts) {
      boolean decided = one.outcome().isPresent() && one.applied();
      String state = decided ? state(one.outcome().get()) : "VALID";
      return new CertificateLine(
          texts.get("type." + one.type()),
          one.serial().hex(),
          texts.get("certificate.state." + state),
          state.equals("VALID") ? "SUCCESS" : state.equals("SUSPENDED") ? "WARNING" : "ERROR",
          decided ? one.reason(texts.locale()) : "",
          decided ? one.rule() : "",
          decided ? one.source(texts.locale()) : "",
          one.since().orElse(null));
    }

    private static String state(RevocationReason outcome) {
      return switch (outcome) {
        case CERTIFICATE_HOLD -> "SUSPENDED";
        case REMOVE_FROM_CRL -> "VALID";
        default -> "REVOKED";
      };
    }
  }

  /** Whether one is asked for. */
  public boolean isOne() {
    return id != null && !id.isBlank();
  }

  public Lapse getLapse() {
    return asked().lapse();
  }

  public ResidentRecord getHolder() {
    return asked().holder();
  }

  public List<CertificateLine> getCertificates() {
    return getLapse().certificates().stream().map(one -> CertificateLine.of(one, texts)).toList();
  }

  /** Whether the holder is still to be told. */
  public boolean isDue() {
    return getLapse().notice() == Lapse.Notice.DUE;
  }

  public boolean isTold() {
    return getLapse().notice() == Lapse.Notice.TOLD;
  }

  public Instant getToldAt() {
    return getLapse().toldAt().orElse(null);
  }

  public String getToldBy() {
    return getLapse().toldBy().orElse("");
  }

  /** Those to be told, on this page of the list. */
  public List<LapseRow> getRows() {
    if (rows == null) {
      rows = desk.due(getPage(), SIZE).stream().map(one -> LapseRow.of(one, texts)).toList();
    }
    return rows;
  }

  public long getCount() {
    return desk.countDue();
  }

  public int getPage() {
    return page == null ? 1 : Math.max(page, 1);
  }

  public boolean isMore() {
    return getCount() > (long) getPage() * SIZE;
  }

  public String tell() {
    return Attempt.to(
        () -> {
          String name = getHolder().name();
          desk.told(id);
          return Done.at("/certificate/lapse.xhtml", "lapse.told", name);
        });
  }

  private ToTell asked() {
    if (asked == null) {
      asked = desk.look(id).orElseThrow(() -> Problem.refused("not-found").asException());
    }
    return asked;
  }
}
