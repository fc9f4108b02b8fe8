package jp.madoguchi.reception;

import java.util.Set;

/** Of what a case has something: of most that a case can have, most cases have nothing. */
public interface CaseParts {

  /** What other features and this one keep of a case, each in a table of its own. */
  enum Part {
    PROXY("proxy"),
    LETTER("inquiry_letter"),
    RETURN_VISIT("return_visit"),
    PAPER("paper_check"),
    CONFIRMATION("case_confirmation"),
    EXCEPTION("approval"),
    FEE("fee_entry"),
    CERTIFICATE("certificate"),
    NOTE("case_note");

    private final String table;

    Part(String table) {
      this.table = table;
    }

    /** The table, which names the case in its column {@code reception_number}. */
    public String table() {
      return table;
    }
  }

  /** One question instead of one for each part. */
  Set<Part> of(String receptionNumber);
}
