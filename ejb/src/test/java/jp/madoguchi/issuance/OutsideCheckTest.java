package jp.madoguchi.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jp.madoguchi.outside.OutsideAuthority;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No certificate from outside reaches a card that is not what was asked for. */
class OutsideCheckTest {

  private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
  private static final OutsideAuthority OUTSIDE = new OutsideAuthority("Outside CA");
  private static final byte[] TEMPLATE = template();

  @Test
  void whatWasAskedForIsFit() {
    OutsideCheck.Outcome outcome = check(OUTSIDE.issue(TEMPLATE));
    assertThat(outcome.broken()).isEmpty();
    assertThat(outcome.fit()).isPresent();
  }

  @Test
  void anEarlierEndIsTheOtherAuthoritysBusiness() {
    assertThat(check(changed(draft -> end(draft, draft.to().minus(Duration.ofDays(90))))).broken())
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void whatDiffersIsNamed(String broken, UnaryOperator<OutsideAuthority.Draft> change) {
    OutsideCheck.Outcome outcome = check(changed(change));
    assertThat(outcome.fit()).isEmpty();
    assertThat(outcome.broken()).contains(broken);
  }

  static Stream<Arguments> whatDiffersIsNamed() {
    OutsideAuthority.Draft other = draftOf(template());
    return Stream.of(
        differs("key_is_the_ordered_one", d -> key(d, other)),
        differs("subject_is_the_ordered_one", d -> subject(d, other.subject())),
        differs("names_are_the_ordered_ones", d -> extensions(d, without(d, names()))),
        differs(
            "names_are_the_ordered_ones",
            d -> extensions(d, replaced(d, extension(names(), false, anotherName())))),
        differs(
            "key_usage_is_the_ordered_one",
            d ->
                extensions(
                    d,
                    replaced(
                        d,
                        extension(
                            Extension.keyUsage.getId(),
                            true,
                            new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyCertSign))))),
        differs(
            "is_no_authority",
            d ->
                extensions(
                    d,
                    plus(
                        d,
                        extension(
                            Extension.basicConstraints.getId(),
                            true,
                            new BasicConstraints(true))))),
        differs("ends_no_later_than_ordered", d -> end(d, d.to().plusSeconds(1))),
        differs("has_not_ended", d -> end(d, NOW)),
        differs("validity_has_begun", d -> begin(d, NOW.plusSeconds(60))),
        differs("serial_is_positive_and_fits", d -> serial(d, BigInteger.ONE.negate())),
        differs("algorithm_is_sha256_with_rsa", d -> algorithm(d, "SHA512withRSA")),
        differs(
            "is_signed_by_a_known_issuer", d -> issuer(d, new X500Name("C=JP,O=Somebody else"))));
  }

  @Test
  void anotherKeyUnderTheIssuersNameIsNotBelieved() {
    byte[] forged = new OutsideAuthority("Outside CA").issue(TEMPLATE);
    assertThat(check(forged).broken()).contains("is_signed_by_a_known_issuer");
  }

  @Test
  void bytesThatAreNoCertificateAreNamedToo() {
    byte[] der = OUTSIDE.issue(TEMPLATE);
    for (byte[] bytes :
        List.of(new byte[0], new byte[] {0x30, 0}, Arrays.copyOf(der, der.length - 1))) {
      assertThat(check(bytes).broken()).containsExactly("is_readable_der");
    }
  }

  private static OutsideCheck.Outcome check(byte[] der) {
    return new OutsideCheck(TEMPLATE, List.of(OUTSIDE.certificate), NOW).of(der);
  }

  private static byte[] changed(UnaryOperator<OutsideAuthority.Draft> change) {
    return OUTSIDE.issue(TEMPLATE, change);
  }

  private static byte[] template() {
    return TestAuthority.shared()
        .at(
            desk ->
                OutsideTemplate.of(
                    Orders.forSignature(), desk.authorities.profile(), desk.clock.now()));
  }

  private static OutsideAuthority.Draft draftOf(byte[] template) {
    OutsideAuthority.Draft[] seen = new OutsideAuthority.Draft[1];
    OUTSIDE.issue(
        template,
        draft -> {
          seen[0] = draft;
          return draft;
        });
    return seen[0];
  }

  private static Arguments differs(String broken, UnaryOperator<OutsideAuthority.Draft> change) {
    return arguments(broken, change);
  }

  private static String names() {
    return Extension.subjectAlternativeName.getId();
  }

  private static GeneralNames anotherName() {
    return new GeneralNames(new GeneralName(GeneralName.dNSName, "example.test"));
  }

  private static Extension extension(
      String oid, boolean critical, org.bouncycastle.asn1.ASN1Encodable value) {
    return FixedExtensions.extension(
        new org.bouncycastle.asn1.ASN1ObjectIdentifier(oid), critical, value);
  }

  private static Extension[] without(OutsideAuthority.Draft draft, String oid) {
    return Arrays.stream(draft.extensions())
        .filter(one -> !one.getExtnId().getId().equals(oid))
        .toArray(Extension[]::new);
  }

  private static Extension[] plus(OutsideAuthority.Draft draft, Extension one) {
    return Stream.concat(Arrays.stream(draft.extensions()), Stream.of(one))
        .toArray(Extension[]::new);
  }

  private static Extension[] replaced(OutsideAuthority.Draft draft, Extension one) {
    return Stream.concat(Arrays.stream(without(draft, one.getExtnId().getId())), Stream.of(one))
        .toArray(Extension[]::new);
  }

  private static OutsideAuthority.Draft key(
      OutsideAuthority.Draft d, OutsideAuthority.Draft other) {
    return new OutsideAuthority.Draft(
        d.issuer(),
        d.serial(),
        d.from(),
        d.to(),
        d.subject(),
        other.key(),
        d.extensions(),
        d.algorithm());
  }

  private static OutsideAuthority.Draft subject(OutsideAuthority.Draft d, X500Name subject) {
    return new OutsideAuthority.Draft(
        d.issuer(), d.serial(), d.from(), d.to(), subject, d.key(), d.extensions(), d.algorithm());
  }

  private static OutsideAuthority.Draft extensions(OutsideAuthority.Draft d, Extension[] all) {
    return new OutsideAuthority.Draft(
        d.issuer(), d.serial(), d.from(), d.to(), d.subject(), d.key(), all, d.algorithm());
  }

  private static OutsideAuthority.Draft end(OutsideAuthority.Draft d, Instant to) {
    return new OutsideAuthority.Draft(
        d.issuer(), d.serial(), d.from(), to, d.subject(), d.key(), d.extensions(), d.algorithm());
  }

  private static OutsideAuthority.Draft begin(OutsideAuthority.Draft d, Instant from) {
    return new OutsideAuthority.Draft(
        d.issuer(), d.serial(), from, d.to(), d.subject(), d.key(), d.extensions(), d.algorithm());
  }

  private static OutsideAuthority.Draft serial(OutsideAuthority.Draft d, BigInteger serial) {
    return new OutsideAuthority.Draft(
        d.issuer(), serial, d.from(), d.to(), d.subject(), d.key(), d.extensions(), d.algorithm());
  }

  private static OutsideAuthority.Draft algorithm(OutsideAuthority.Draft d, String algorithm) {
    return new OutsideAuthority.Draft(
        d.issuer(), d.serial(), d.from(), d.to(), d.subject(), d.key(), d.extensions(), algorithm);
  }

  private static OutsideAuthority.Draft issuer(OutsideAuthority.Draft d, X500Name issuer) {
    return new OutsideAuthority.Draft(
        issuer, d.serial(), d.from(), d.to(), d.subject(), d.key(), d.extensions(), d.algorithm());
  }
}
