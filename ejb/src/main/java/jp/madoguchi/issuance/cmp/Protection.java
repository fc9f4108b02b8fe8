package jp.madoguchi.issuance.cmp;

import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.cmp.CMPException;
import org.bouncycastle.cert.cmp.ProtectedPKIMessage;
import org.bouncycastle.cert.cmp.ProtectedPKIMessageBuilder;

/** How the messages of both sides are protected (RFC 4210 5.1.3). */
sealed interface Protection permits SharedSecret, OwnSignature {

  GeneralName sender();

  byte[] senderKeyId();

  ProtectedPKIMessage protect(ProtectedPKIMessageBuilder message) throws CMPException;

  /** Whether a message is the peer's, unchanged. */
  boolean holds(ProtectedPKIMessage message) throws CMPException;
}
