package jp.madoguchi.web.staff;

import java.util.stream.Collectors;
import jp.madoguchi.staff.StaffMember;
import jp.madoguchi.web.faces.OfficeDates;
import jp.madoguchi.web.faces.PageTexts;

/**
 * A login in words.
 *
 * @param state how it stands, with since or until when
 * @param stateKind the kind of chip
 * @param closed whether it was closed by an administrator
 * @param stopped whether wrong passwords hold it back, for some time or until it is unlocked
 */
public record StaffView(
    String login,
    String name,
    String roles,
    String state,
    String stateKind,
    String more,
    boolean closed,
    boolean stopped) {

  static StaffView of(StaffMember member, boolean waits, PageTexts texts, OfficeDates dates) {
    String state = state(member, waits);
    return new StaffView(
        member.login(),
        member.displayName(),
        member.roles().stream()
            .sorted()
            .map(role -> texts.get("role." + role))
            .collect(Collectors.joining(texts.get("list.separator"))),
        texts.get("staff.state." + state),
        kind(state),
        more(member, state, texts, dates),
        !member.active(),
        member.active() && (member.lockedAt() != null || waits));
  }

  private static String state(StaffMember member, boolean waits) {
    if (!member.active()) {
      return "CLOSED";
    }
    if (member.lockedAt() != null) {
      return "LOCKED";
    }
    if (waits) {
      return "WAITS";
    }
    return member.passwordDue() ? "PASSWORD_DUE" : "ACTIVE";
  }

  private static String kind(String state) {
    return switch (state) {
      case "ACTIVE" -> "SUCCESS";
      case "LOCKED" -> "ERROR";
      case "WAITS", "PASSWORD_DUE" -> "WARNING";
      default -> "PLAIN";
    };
  }

  private static String more(StaffMember member, String state, PageTexts texts, OfficeDates dates) {
    return switch (state) {
      case "LOCKED" -> texts.of("staff.since", dates.moment(member.lockedAt()));
      case "WAITS" -> texts.of("staff.until", dates.moment(member.waitsUntil()));
      default -> "";
    };
  }
}
