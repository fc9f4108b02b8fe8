package jp.madoguchi.web.reception;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.madoguchi.audit.RecordedAct;
import jp.madoguchi.reception.CaseView;
import jp.madoguchi.workflow.CaseProcess.DueStep;

/**
 * How far a case was when somebody looked at it, so that they can be told what happened since.
 *
 * @param micros when, in microseconds since 1970
 * @param due the steps that were due
 * @param holder who held it
 */
record Seen(long micros, String due, String holder) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,18})~([a-z+-]*)~(.{0,100})");

  static Seen of(CaseView view, Instant now) {
    return new Seen(
        ChronoUnit.MICROS.between(Instant.EPOCH, now),
        view.due().stream().map(DueStep::step).collect(Collectors.joining("+")),
        view.application().holder());
  }

  /** What a page or a program sends back; null when it is nothing of the kind. */
  static Seen read(String text) {
    Matcher form = FORM.matcher(text == null ? "" : text);
    return form.matches()
        ? new Seen(Long.parseLong(form.group(1)), form.group(2), form.group(3))
        : null;
  }

  /** Whether the case is still where it was, with the same person. */
  boolean stillSo(Seen now) {
    return due.equals(now.due) && holder.equals(now.holder);
  }

  /** What was done to the case since, in the order of the acts given. */
  List<RecordedAct> since(List<RecordedAct> acts) {
    Instant then = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    return acts.stream().filter(one -> one.at().isAfter(then)).toList();
  }

  @Override
  public String toString() {
    return micros + "~" + due + "~" + holder;
  }
}
