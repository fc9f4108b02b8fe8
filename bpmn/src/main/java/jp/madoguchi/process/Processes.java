package jp.madoguchi.process;

import java.util.List;
import java.util.Set;

/** The diagrams and the names in them that code relies on; no other place repeats these words. */
public final class Processes {

  /** 本人申請. */
  public static final String SELF_APPLICATION = "self-application";

  /** 代理人申請: two visits with a letter between them. */
  public static final String PROXY_APPLICATION = "proxy-application";

  /** カードへの書込み, called by the application processes. */
  public static final String ISSUE_ON_CARD = "issue-on-card";

  /** 住民票の変更による失効: decides, revokes, and has the holder told. */
  public static final String RECORD_CHANGE = "record-change";

  /** 失効申請、秘密鍵漏えい等届: decides on the papers, revokes, and has the slip handed over. */
  public static final String REVOCATION_REQUEST = "revocation-request";

  /** カードの紛失(一時停止): holds, and later releases or revokes. */
  public static final String CARD_LOST = "card-lost";

  /** 暗証番号の変更・初期化: the current PIN, or papers, and then the new one on the card. */
  public static final String PIN_RESET = "pin-reset";

  /** The processes that lead an application; their business key is a reception number. */
  public static final Set<String> OF_APPLICATIONS =
      Set.of(SELF_APPLICATION, PROXY_APPLICATION, ISSUE_ON_CARD);

  private Processes() {}

  /** The diagrams' resource names on the class path. */
  public static List<String> resources() {
    return List.of(
        "processes/self-application.bpmn",
        "processes/proxy-application.bpmn",
        "processes/issue-on-card.bpmn",
        "processes/pin-reset.bpmn",
        "processes/record-change.bpmn",
        "processes/revocation-request.bpmn",
        "processes/card-lost.bpmn");
  }

  /** Messages that a waiting case reacts to. */
  public static final class Messages {

    /** The key of the next certificate is on the card, proven, and the certificate is planned. */
    public static final String KEY_STAGED = "key-staged";

    /** The certificate is active on the card and was verified by reading back. */
    public static final String CERTIFICATE_ACTIVE = "certificate-active";

    /** The application is withdrawn. */
    public static final String WITHDRAWN = "withdrawn";

    /** The proxy is here again, with the letter's code. */
    public static final String PROXY_RETURNED = "proxy-returned";

    /** The post brought the letter back (返戻). */
    public static final String LETTER_UNDELIVERED = "letter-undelivered";

    /** The letter is lost or spoilt: another one is to be sent. */
    public static final String LETTER_WANTED = "letter-wanted";

    /** The applicant of a proxy's case stands at the counter in person. */
    public static final String APPLICANT_CAME = "applicant-came";

    /** The resident register has changed for the applicant. */
    public static final String REGISTER_CHANGED = "register-changed";

    /** Nobody is told any more that a certificate has lapsed. */
    public static final String HOLDER_DIED = "holder-died";

    /** A second person approved that the card which was found is good again. */
    public static final String RELEASE_APPROVED = "release-approved";

    /** The card that is held has ended otherwise: its holder died or moved, or it was replaced. */
    public static final String CARD_ENDED = "card-ended";

    /** Every PIN of the case is on the card. */
    public static final String PINS_SET = "pins-set";

    /** A PIN that was to be changed is locked or forgotten. */
    public static final String RESET_NEEDED = "reset-needed";

    private Messages() {}
  }

  /** The steps (user tasks) that people do. */
  public static final class Steps {

    public static final String CHECK_PAPERS = "check-papers";
    public static final String PRINT_LETTER = "print-letter";
    public static final String POST_LETTER = "post-letter";
    public static final String HANDLE_UNDELIVERED = "handle-undelivered";
    public static final String CONFIRM_PROXY = "confirm-proxy";
    public static final String CHECK_REPLY = "check-reply";
    public static final String CHECK_PAPERS_IN_PERSON = "check-papers-in-person";
    public static final String COLLECT_FEE = "collect-fee";
    public static final String PRESENT_CARD = "present-card";
    public static final String ENTER_PINS = "enter-pins";
    public static final String HAND_OVER = "hand-over";
    public static final String TELL_HOLDER = "tell-holder";
    public static final String GIVE_SLIP = "give-slip";
    public static final String AWAIT_CARD = "await-card";
    public static final String GIVE_BACK = "give-back";

    /** What a proxy's case passes by when no letter is needed. */
    public static final Set<String> OF_LETTER =
        Set.of(PRINT_LETTER, POST_LETTER, "await-return", CONFIRM_PROXY, CHECK_REPLY);

    private Steps() {}
  }
}
