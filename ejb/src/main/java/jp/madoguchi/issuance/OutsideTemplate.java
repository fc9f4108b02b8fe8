package jp.madoguchi.issuance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.crmf.CertTemplate;
import org.bouncycastle.asn1.crmf.CertTemplateBuilder;
import org.bouncycastle.asn1.crmf.OptionalValidity;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.Time;

/** What is asked for outside: names, key, end and the extensions that the profile fixes. */
final class OutsideTemplate {

  private OutsideTemplate() {}

  static byte[] of(CertificateOrder order, Profile profile, ZonedDateTime now) {
    List<Extension> extensions = new ArrayList<>(FixedExtensions.leading(profile, order.type()));
    if (order.type() == CertificateType.SIGNATURE) {
      extensions.add(
          FixedExtensions.extension(
              Extension.subjectAlternativeName, false, HolderNames.of(order.subject())));
    }
    CertTemplate template =
        new CertTemplateBuilder()
            .setValidity(
                new OptionalValidity(
                    null, new Time(Date.from(CertificateTemplate.endOf(order.lastDay())))))
            .setSubject(
                profile.subjectName(
                    order.type(), SubjectId.next(now, profile.config().municipalityCode())))
            .setPublicKey(CertificateTemplate.info(order))
            .setExtensions(new Extensions(extensions.toArray(Extension[]::new)))
            .build();
    try {
      return template.getEncoded("DER");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
