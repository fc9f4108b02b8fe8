package jp.madoguchi.issuance.cmp;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cmp.CertRepMessage;
import org.bouncycastle.asn1.cmp.CertResponse;
import org.bouncycastle.asn1.cmp.CertifiedKeyPair;
import org.bouncycastle.asn1.cmp.ErrorMsgContent;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIFreeText;
import org.bouncycastle.asn1.cmp.PKIHeader;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cmp.PollRepContent;
import org.bouncycastle.asn1.cmp.RevRepContent;
import org.bouncycastle.cert.cmp.CMPException;
import org.bouncycastle.cert.cmp.GeneralPKIMessage;
import org.bouncycastle.cert.cmp.ProtectedPKIMessage;

/** Reads what comes from outside: whole, protected, and of this transaction, or not at all. */
final class CmpAnswers {

  private static final long SHORTEST = 1;
  private static final long LONGEST = Duration.ofHours(1).toSeconds();
  private static final int LONGEST_TEXT = 300;

  private CmpAnswers() {}

  static CmpReply read(byte[] bytes, Protection protection, byte[] transaction, byte[] nonce) {
    try {
      GeneralPKIMessage message = new GeneralPKIMessage(bytes);
      if (!message.hasProtection()) {
        return CmpReply.silent("an unprotected message");
      }
      ProtectedPKIMessage checked = new ProtectedPKIMessage(message);
      if (!protection.holds(checked)) {
        return CmpReply.silent("a message whose protection does not hold");
      }
      PKIHeader header = checked.getHeader();
      if (!holds(header.getTransactionID(), transaction) || !holds(header.getRecipNonce(), nonce)) {
        return CmpReply.silent("a message of another transaction");
      }
      ASN1OctetString theirs = header.getSenderNonce();
      return new CmpReply(answer(checked.getBody()), theirs == null ? null : theirs.getOctets());
    } catch (IOException | CMPException | RuntimeException e) {
      return CmpReply.silent("a message that cannot be read: " + e.getMessage());
    }
  }

  private static boolean holds(ASN1OctetString value, byte[] expected) {
    return value != null && Arrays.equals(value.getOctets(), expected);
  }

  private static CmpAnswer answer(PKIBody body) throws IOException {
    return switch (body.getType()) {
      case PKIBody.TYPE_INIT_REP, PKIBody.TYPE_CERT_REP ->
          issued(CertRepMessage.getInstance(body.getContent()).getResponse());
      case PKIBody.TYPE_POLL_REP -> waiting(PollRepContent.getInstance(body.getContent()));
      case PKIBody.TYPE_CONFIRM -> new CmpAnswer.Done();
      case PKIBody.TYPE_REVOCATION_REP ->
          revoked(RevRepContent.getInstance(body.getContent()).getStatus());
      case PKIBody.TYPE_ERROR ->
          refused(ErrorMsgContent.getInstance(body.getContent()).getPKIStatusInfo(), true);
      default -> new CmpAnswer.Silent("a message of type " + body.getType());
    };
  }

  private static CmpAnswer issued(CertResponse[] responses) throws IOException {
    if (responses.length != 1 || !responses[0].getCertReqId().hasValue(0)) {
      return new CmpAnswer.Silent("an answer to something else");
    }
    PKIStatusInfo status = responses[0].getStatus();
    return switch (status.getStatus().intValue()) {
      case PKIStatus.GRANTED, PKIStatus.GRANTED_WITH_MODS ->
          certificate(responses[0].getCertifiedKeyPair());
      case PKIStatus.WAITING -> new CmpAnswer.Waiting(Duration.ofSeconds(SHORTEST));
      default -> refused(status, false);
    };
  }

  private static CmpAnswer certificate(CertifiedKeyPair pair) throws IOException {
    return pair == null || pair.getCertOrEncCert().hasEncryptedCertificate()
        ? new CmpAnswer.Silent("an answer without a certificate")
        : new CmpAnswer.Issued(pair.getCertOrEncCert().getCertificate().getEncoded());
  }

  private static CmpAnswer waiting(PollRepContent content) {
    long seconds = content.getCheckAfter(0).longValueExact();
    return new CmpAnswer.Waiting(
        Duration.ofSeconds(Math.max(SHORTEST, Math.min(LONGEST, seconds))));
  }

  private static CmpAnswer revoked(PKIStatusInfo[] status) {
    return switch (status[0].getStatus().intValue()) {
      case PKIStatus.GRANTED,
          PKIStatus.GRANTED_WITH_MODS,
          PKIStatus.REVOCATION_WARNING,
          PKIStatus.REVOCATION_NOTIFICATION ->
          new CmpAnswer.Done();
      default -> refused(status[0], false);
    };
  }

  private static CmpAnswer refused(PKIStatusInfo status, boolean byError) {
    return new CmpAnswer.Refused(bits(status.getFailInfo()), text(status), byError);
  }

  private static Set<Integer> bits(ASN1BitString failures) {
    if (failures == null) {
      return Set.of();
    }
    byte[] bytes = failures.getBytes();
    return IntStream.range(0, bytes.length * 8)
        .filter(bit -> (bytes[bit / 8] >> 7 - bit % 8 & 1) == 1)
        .boxed()
        .collect(Collectors.toSet());
  }

  /** Somebody else's words go into log and page: cut, and without control characters. */
  private static String text(PKIStatusInfo status) {
    PKIFreeText text = status.getStatusString();
    String words =
        text == null
            ? ""
            : IntStream.range(0, text.size())
                .mapToObj(i -> text.getStringAtUTF8(i).getString())
                .collect(Collectors.joining("; "))
                .replaceAll("\\p{Cntrl}", " ");
    String shown = words.length() > LONGEST_TEXT ? words.substring(0, LONGEST_TEXT) : words;
    return "PKIStatus " + status.getStatus() + bits(status.getFailInfo()) + " " + shown;
  }
}
