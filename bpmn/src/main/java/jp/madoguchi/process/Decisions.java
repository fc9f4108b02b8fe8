package jp.madoguchi.process;

import java.util.List;

/**
 * The contract of the decision tables: their keys, what goes in and what comes out. The same names
 * are process variables where a business rule task asks a table. Every value is a string, a whole
 * number or a boolean; a date is an ISO string; a fact that is not known is null.
 */
public final class Decisions {

  /** May this be applied for and issued? Every row that holds is a finding. */
  public static final String ELIGIBILITY = "eligibility";

  /** Which papers are needed at which visit? Every row that holds is a paper. */
  public static final String REQUIRED_DOCUMENTS = "required-documents";

  /** What does it cost? The amounts of the rows that hold are added up. */
  public static final String FEE = "fee";

  /**
   * Which certificates lapse by a change of the register? Of the rows that hold for a certificate
   * the gravest outcome counts.
   */
  public static final String LAPSE = "lapse";

  /** May this PIN of the card be changed or reset? Every row that holds is a finding. */
  public static final String PIN_SERVICE = "pin-service";

  public static final List<String> ALL =
      List.of(ELIGIBILITY, REQUIRED_DOCUMENTS, FEE, LAPSE, PIN_SERVICE);

  private Decisions() {}

  /** Where a table lies on the class path. */
  public static String resource(String key) {
    return "decisions/" + key + ".dmn";
  }

  /** What the tables may ask. */
  public static final class Input {

    /** A 署名用 certificate is applied for (boolean). */
    public static final String WANTS_SIGNATURE = "wantsSignature";

    /** Both types are applied for together (boolean). */
    public static final String BOTH_TYPES = "bothTypes";

    /** SELF, PROXY, LEGAL_REPRESENTATIVE. */
    public static final String ROUTE = "route";

    /** NEW, RENEWAL, REISSUANCE. */
    public static final String KIND = "kind";

    /** LOSS, RECORD_CHANGE, OTHER. */
    public static final String REISSUE_REASON = "reissueReason";

    /** Full years on the day of application. */
    public static final String AGE = "age";

    /** The applicant is a 成年被後見人 (boolean). */
    public static final String ADULT_WARD = "adultWard";

    /** A supervisor approved an exception for the ward (boolean, never null). */
    public static final String WARD_EXCEPTION = "wardException";

    /** MY_NUMBER, JUKI, NONE. */
    public static final String CARD_KIND = "cardKind";

    /** VALID, EXPIRED, LOST. */
    public static final String CARD_CONDITION = "cardCondition";

    /** RESIDENT, MOVED_AWAY, DECEASED, NOT_REGISTERED. */
    public static final String RESIDENCE = "residence";

    /** Another application of this person is open (boolean). */
    public static final String OPEN_APPLICATION = "openApplication";

    /** OPEN, NOT_YET, EXPIRED, or NONE when there is nothing to renew. */
    public static final String RENEWAL_WINDOW = "renewalWindow";

    /** OPEN, OUT_OF_HOURS, CLOSED_DAY. */
    public static final String COUNTER = "counter";

    /** A supervisor allowed this one case out of hours (boolean, never null). */
    public static final String OUT_OF_HOURS_ALLOWED = "outOfHoursAllowed";

    /** NONE, RUNNING, ENDED. */
    public static final String STAY = "stay";

    /**
     * The proxy brings the reply form of the expiry notice, and it counts (boolean, never null).
     */
    public static final String NOTICE_REPLY = "noticeReply";

    /** The legal representative lives in the same household (boolean, never null). */
    public static final String SAME_HOUSEHOLD = "sameHousehold";

    /** ISSUANCE, REVOCATION, CARD_RELEASE, PIN_CHANGE, PIN_RESET. */
    public static final String SERVICE = "service";

    /** What a reissue costs, in yen. */
    public static final String REISSUE_FEE = "reissueFee";

    /** The day on which the applicant becomes 15. */
    public static final String FIFTEENTH_BIRTHDAY = "fifteenthBirthday";

    /** The first day on which the renewal is taken. */
    public static final String RENEWAL_OPENS = "renewalOpens";

    /** The day of the counter's next opening. */
    public static final String NEXT_OPENING = "nextOpening";

    /**
     * What is different in the register: NAME, BIRTH_DATE, SEX, ADDRESS, MOVED_AWAY, DECEASED,
     * CARD_REVOKED, CARD_REPLACED, CARD_LOST, CARD_SUSPENDED, CARD_GOOD_AGAIN, with spaces between.
     */
    public static final String RECORD_CHANGES = "recordChanges";

    /** Of which types there are certificates that it concerns, with spaces between. */
    public static final String CERTIFICATE_TYPES = "certificateTypes";

    /** Whose PIN: SIGNATURE, USER_AUTHENTICATION. */
    public static final String PIN_OF = "pinOf";

    /** The certificate on the card: VALID, SUSPENDED, REVOKED, EXPIRED, NONE. */
    public static final String CERTIFICATE_STANDING = "certificateStanding";

    public static final List<String> ALL =
        List.of(
            PIN_OF,
            CERTIFICATE_STANDING,
            RECORD_CHANGES,
            CERTIFICATE_TYPES,
            WANTS_SIGNATURE,
            BOTH_TYPES,
            ROUTE,
            KIND,
            REISSUE_REASON,
            AGE,
            ADULT_WARD,
            WARD_EXCEPTION,
            CARD_KIND,
            CARD_CONDITION,
            RESIDENCE,
            OPEN_APPLICATION,
            RENEWAL_WINDOW,
            COUNTER,
            OUT_OF_HOURS_ALLOWED,
            STAY,
            NOTICE_REPLY,
            SAME_HOUSEHOLD,
            SERVICE,
            REISSUE_FEE,
            FIFTEENTH_BIRTHDAY,
            RENEWAL_OPENS,
            NEXT_OPENING);

    private Input() {}
  }

  /** What the tables answer. */
  public static final class Output {

    /** The rule's name, {@code R-…}. */
    public static final String RULE = "rule";

    /** REFUSE, NOTE, PASS. */
    public static final String VERDICT = "verdict";

    /** The key of a text, or the text itself. */
    public static final String REASON = "reason";

    /** The key of a text, or the text itself; absent when nothing cures it. */
    public static final String REMEDY = "remedy";

    /** The key of a text, or the text itself. */
    public static final String SOURCE = "source";

    /** The day from which it would pass; absent when no day is known. */
    public static final String POSSIBLE_FROM = "possibleFrom";

    /** At which visit a paper is needed: 1 or 2. */
    public static final String VISIT = "visit";

    /** The paper's code. */
    public static final String DOCUMENT = "document";

    /** An amount in yen. */
    public static final String FEE_YEN = "feeYen";

    /** SIGNATURE, USER_AUTHENTICATION. */
    public static final String CERTIFICATE_TYPE = "certificateType";

    /** AFFILIATION_CHANGED, CESSATION_OF_OPERATION, CERTIFICATE_HOLD, REMOVE_FROM_CRL. */
    public static final String REVOCATION_REASON = "revocationReason";

    /** The holder is to be told (boolean). */
    public static final String NOTICE = "notice";

    private Output() {}
  }
}
