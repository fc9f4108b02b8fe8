package jp.madoguchi.web.letter;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import jp.madoguchi.letter.LetterCode;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.reception.ReturnDesk;
import jp.madoguchi.web.faces.Attempt;
import jp.madoguchi.web.faces.Choices;
import jp.madoguchi.web.faces.Done;
import jp.madoguchi.web.faces.PageTexts;
import jp.madoguchi.web.letter.LettersResource.Which;
import org.omnifaces.cdi.Param;

/** 返戻の記録: one of the letters that are waited for was brought back by the post. */
@Named
@RequestScoped
public class UndeliveredPage {

  private static final Map<String, String> FIELDS = Map.of("undelivered-note", "copied");

  @Inject private ReturnDesk returns;
  @Inject private LettersPage page;
  @Inject private PageTexts texts;

  @Inject @Param private String letter;

  private EnvelopeNote note;
  private String copied;
  private LetterRow row;

  /** The letter whose code was scanned or typed; null where none of those waited for has it. */
  public LetterRow getRow() {
    if (row == null && isAsked()) {
      row =
          LetterCode.read(letter)
              .flatMap(
                  code ->
                      page.waiting().stream()
                          .filter(each -> each.code().equals(code.value()))
                          .findFirst())
              .orElse(null);
    }
    return row;
  }

  public boolean isAsked() {
    return page.getWhich() == Which.WAITING && letter != null && !letter.isBlank();
  }

  public List<SelectItem> getNotes() {
    return Choices.of(texts, "letters.note", EnvelopeNote.values());
  }

  public String record() {
    return Attempt.to(
        FIELDS,
        () -> {
          String reason = note.kept(copied == null ? "" : copied.strip());
          if (reason.isEmpty()) {
            throw Problem.refused("undelivered-note").asException();
          }
          String number =
              returns.undelivered(letter, reason).application().receptionNumber().value();
          return Done.at(
              "/letter/index.xhtml?tab=" + Which.UNDELIVERED, "letters.recorded", number);
        });
  }

  public String getLetter() {
    return letter;
  }

  public EnvelopeNote getNote() {
    return note;
  }

  public void setNote(EnvelopeNote note) {
    this.note = note;
  }

  public String getCopied() {
    return copied;
  }

  public void setCopied(String copied) {
    this.copied = copied;
  }
}
