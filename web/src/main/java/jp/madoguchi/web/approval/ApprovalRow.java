package jp.madoguchi.web.approval;

import java.time.Instant;
import java.util.stream.Collectors;
import jp.madoguchi.approval.Approval;
import jp.madoguchi.approval.ApprovalState;
import jp.madoguchi.approval.Request;
import jp.madoguchi.web.faces.PageTexts;

/**
 * An exception in a list, in words.
 *
 * @param stateKind the kind of chip
 * @param decidedBy empty while nobody decided
 * @param receptionNumber empty while no case was opened with it
 * @param cardLoss the key of the lost card that it is about; empty where it is about an application
 */
public record ApprovalRow(
    long id,
    String what,
    String rule,
    String name,
    String kana,
    long residentId,
    String application,
    String askedReason,
    String askedBy,
    Instant askedAt,
    String state,
    String stateKind,
    String decidedReason,
    String decidedBy,
    Instant decidedAt,
    String receptionNumber,
    String cardLoss) {

  public static ApprovalRow of(Request request, PageTexts texts) {
    return of(request.approval(), request.resident().name(), request.resident().kana(), texts);
  }

  /** Beside a case, which names its applicant itself. */
  public static ApprovalRow of(Approval approval, PageTexts texts) {
    return of(approval, "", "", texts);
  }

  private static ApprovalRow of(Approval approval, String name, String kana, PageTexts texts) {
    return new ApprovalRow(
        approval.id(),
        texts.get("exception." + approval.exception().name()),
        approval.exception().rule(),
        name,
        kana,
        approval.matter().residentId(),
        application(approval, texts),
        approval.askedReason(),
        approval.askedBy(),
        approval.askedAt(),
        texts.get("approval.state." + approval.state().name()),
        kind(approval.state()),
        approval.decidedReason().orElse(""),
        approval.decidedBy().orElse(""),
        approval.decidedAt().orElse(null),
        approval.receptionNumber().orElse(""),
        approval.matter().lostCard().orElse(""));
  }

  private static String application(Approval approval, PageTexts texts) {
    if (approval.matter().kind() == null) {
      return texts.of("approval.card", approval.matter().cardSerial());
    }
    String separator = texts.get("list.separator");
    return texts.get("kind." + approval.matter().kind().name())
        + separator
        + approval.matter().types().stream()
            .sorted()
            .map(type -> texts.get("type.short." + type.name()))
            .collect(Collectors.joining(separator));
  }

  private static String kind(ApprovalState state) {
    return switch (state) {
      case ASKED -> "NOW";
      case GRANTED -> "SUCCESS";
      case REFUSED -> "ERROR";
      case WITHDRAWN -> "WARNING";
    };
  }
}
