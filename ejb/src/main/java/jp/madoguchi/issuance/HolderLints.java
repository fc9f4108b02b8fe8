package jp.madoguchi.issuance;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.ASN1UTF8String;

/** The lints of the holder's otherNames; a 利用者証明用 certificate must not have any. */
final class HolderLints {

  private static final String BASE = "1.2.392.200149.8.5.5.";
  private static final List<Integer> ORDER = List.of(1, 4, 3, 5, 2, 6);
  private static final Pattern POSTAL_CODE =
      Pattern.compile("\u3012|[0-9\uFF10-\uFF19]{3}.?[0-9\uFF10-\uFF19]{4}", Pattern.DOTALL);
  private static final Pattern BIRTH_DATE_FORM = Pattern.compile("[0-5][0-9]{8}");
  private static final Pattern POSITIONS_FORM = Pattern.compile("[01]+");
  private static final Pattern VOICED = Pattern.compile(".[\\u3099\\u309A]");
  private static final List<String> CHARSETS = List.of("x-JIS0208", "JIS_X0212-1990");

  /** Characters of JIS X 0208 under the code points of Windows. */
  private static final String OF_WINDOWS = "\u3000\u2015\u2225\uFF0D\uFF3C\uFF5E\uFFE0\uFFE1\uFFE2";

  private static final BitSet CARRIED = carried();

  private static final int NAME = 0;
  private static final int BIRTH_DATE = 1;
  private static final int SEX = 2;
  private static final int ADDRESS = 3;
  private static final int NAME_POSITIONS = 4;
  private static final int ADDRESS_POSITIONS = 5;

  static final List<Lint> ALL =
      List.of(
          new Lint(
              "authentication_certificate_names_nobody",
              "certificates: no personal data",
              (draft, expected) ->
                  expected.forSignature()
                      || draft.extensions().stream()
                          .noneMatch(
                              each -> each.oid().equals(ExtensionLints.SUBJECT_ALTERNATIVE_NAME))),
          holder(
              "other_names_are_six_in_order",
              "certificates: order 1, 4, 3, 5, 2, 6",
              (names, subject) -> names.size() == 6),
          holder(
              "name_is_the_holders",
              "certificates: .1",
              (names, subject) ->
                  agrees(subject.name(), names.get(NAME), names.get(NAME_POSITIONS))),
          holder(
              "birth_date_is_the_holders",
              "certificates: .4",
              (names, subject) -> isBirthDate(names.get(BIRTH_DATE), subject.birthDate())),
          holder(
              "sex_is_the_holders",
              "certificates: .3",
              (names, subject) ->
                  names.get(SEX).equals(subject.sex() == null ? "3" : "" + subject.sex().code())),
          holder(
              "address_is_the_holders",
              "certificates: .5",
              (names, subject) ->
                  agrees(subject.address(), names.get(ADDRESS), names.get(ADDRESS_POSITIONS))),
          holder(
              "address_has_at_most_200_characters",
              "certificates: .5",
              (names, subject) -> length(names.get(ADDRESS)) <= 200),
          holder(
              "address_has_no_postal_code",
              "certificates: .5",
              (names, subject) -> !POSTAL_CODE.matcher(names.get(ADDRESS)).lookingAt()),
          holder(
              "characters_are_in_jis_x_0208_or_0212",
              "certificates: substitute characters",
              (names, subject) -> isCarried(names.get(NAME)) && isCarried(names.get(ADDRESS))),
          holder(
              "name_positions_are_one_for_each_character",
              "certificates: .2",
              (names, subject) -> arePositions(names.get(NAME_POSITIONS), names.get(NAME))),
          holder(
              "address_positions_are_one_for_each_character",
              "certificates: .6",
              (names, subject) -> arePositions(names.get(ADDRESS_POSITIONS), names.get(ADDRESS))));

  private interface HolderRule {
    boolean holds(List<String> names, CertificateSubject subject);
  }

  private HolderLints() {}

  private static Lint holder(String name, String source, HolderRule rule) {
    return new Lint(
        name,
        source,
        (draft, expected) ->
            !expected.forSignature() || rule.holds(names(draft), expected.order().subject()));
  }

  private static List<String> names(Draft draft) {
    return draft.once(
        (ASN1Sequence) ExtensionLints.required(draft, ExtensionLints.SUBJECT_ALTERNATIVE_NAME),
        HolderLints::texts);
  }

  private static List<String> texts(ASN1Sequence names) {
    return IntStream.range(0, names.size())
        .mapToObj(i -> text((ASN1TaggedObject) names.getObjectAt(i), ORDER.get(i)))
        .toList();
  }

  private static String text(ASN1TaggedObject name, int number) {
    ASN1Sequence other = (ASN1Sequence) ExtensionLints.tagged(name, 0).getBaseUniversal(false, 16);
    if (!((ASN1ObjectIdentifier) other.getObjectAt(0)).getId().equals(BASE + number)) {
      throw new IllegalArgumentException("not otherName " + number);
    }
    ASN1TaggedObject value = ExtensionLints.tagged(other.getObjectAt(1), 0);
    return ((ASN1UTF8String) value.getExplicitBaseObject()).getString();
  }

  /** Where nothing was substituted, the certificate says what the register says. */
  private static boolean agrees(String register, String certificate, String positions) {
    int[] written = certificate.codePoints().toArray();
    int[] ordered = characters(register.strip());
    return written.length == ordered.length
        && positions.length() == written.length
        && IntStream.range(0, written.length)
            .allMatch(i -> positions.charAt(i) == '1' || written[i] == ordered[i]);
  }

  /** The base of each character; selectors and voicing marks belong to what they follow. */
  private static int[] characters(String text) {
    StringBuilder bases = new StringBuilder();
    text.codePoints().filter(each -> !isSelector(each)).forEach(bases::appendCodePoint);
    return VOICED.matcher(bases).replaceAll(pair -> composed(pair.group())).codePoints().toArray();
  }

  /** A mark that its base does not take is left out. */
  private static String composed(String pair) {
    String composed = Normalizer.normalize(pair, Normalizer.Form.NFC);
    return new String(Character.toChars(composed.codePointAt(0)));
  }

  private static boolean isSelector(int codePoint) {
    return codePoint >= 0xFE00 && codePoint <= 0xFE0F
        || codePoint >= 0xE0100 && codePoint <= 0xE01EF;
  }

  private static boolean isBirthDate(String text, LocalDate date) {
    return date == null
        ? text.equals("000000000")
        : BIRTH_DATE_FORM.matcher(text).matches()
            && LocalDate.parse(text.substring(1), DateTimeFormatter.BASIC_ISO_DATE).equals(date)
            && eraFits(text.charAt(0), date);
  }

  private static boolean eraFits(char era, LocalDate date) {
    int day = Integer.parseInt(date.format(DateTimeFormatter.BASIC_ISO_DATE));
    return switch (era) {
      case '1' -> day >= 18680125 && day < 19120730;
      case '2' -> day >= 19120730 && day < 19261225;
      case '3' -> day >= 19261225 && day < 19890108;
      case '4' -> day >= 19890108 && day < 20190501;
      case '5' -> day >= 20190501;
      default -> day < 18680125;
    };
  }

  private static boolean isCarried(String text) {
    return text.chars().allMatch(CARRIED::get);
  }

  /** Asked of the platform's character sets once, for each unit of UTF-16. */
  private static BitSet carried() {
    BitSet carried = new BitSet(Character.MAX_VALUE + 1);
    carried.set(0x20, 0x7F);
    for (String charset : CHARSETS) {
      CharsetEncoder encoder = Charset.forName(charset).newEncoder();
      IntStream.rangeClosed(0, Character.MAX_VALUE)
          .filter(each -> encoder.canEncode((char) each))
          .forEach(carried::set);
    }
    OF_WINDOWS.chars().forEach(carried::set);
    return carried;
  }

  private static boolean arePositions(String positions, String text) {
    return POSITIONS_FORM.matcher(positions).matches() && positions.length() == length(text);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
