package jp.madoguchi.web.reception;

import java.time.Instant;
import java.util.stream.Collectors;
import jp.madoguchi.reception.Application;
import jp.madoguchi.reception.CaseLine;
import jp.madoguchi.web.faces.PageTexts;

/**
 * A case in a list.
 *
 * @param statusKind the kind of chip
 * @param next the step that waits for a person, in words; empty when none does
 * @param minutes how long it has waited
 */
public record CaseRow(
    String receptionNumber,
    String name,
    String kana,
    String kind,
    String types,
    String status,
    String statusKind,
    String next,
    String holder,
    Instant receivedAt,
    long minutes) {

  static CaseRow of(CaseLine line, PageTexts texts) {
    Application application = line.application();
    return new CaseRow(
        application.receptionNumber().value(),
        line.name(),
        line.kana(),
        texts.get("kind." + application.kind().name()),
        types(application, texts),
        texts.get("case.state." + application.state().name()),
        statusKind(application),
        line.due() == null ? "" : texts.step(line.due().step(), line.due().title()),
        application.holder(),
        application.receivedAt(),
        line.waiting().toMinutes());
  }

  static String types(Application application, PageTexts texts) {
    return application.types().stream()
        .map(type -> texts.get("type.short." + type.name()))
        .collect(Collectors.joining(texts.get("list.separator")));
  }

  static String statusKind(Application application) {
    return switch (application.state()) {
      case OPEN -> "NOW";
      case ISSUED -> "SUCCESS";
      case WITHDRAWN, LAPSED -> "WARNING";
      case REFUSED -> "ERROR";
    };
  }
}
