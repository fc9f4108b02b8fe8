package jp.madoguchi.issuance.cmp;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.crmf.CertTemplate;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.cmp.CMPException;
import org.bouncycastle.cert.cmp.ProtectedPKIMessageBuilder;

/** Speaks CMP (RFC 4210, in the profile of RFC 9483) over HTTP (RFC 6712) with one authority. */
public final class CmpPeer {

  private static final String TYPE = "application/pkixcmp";
  private static final int LONGEST = 1 << 20;

  private final HttpClient http;
  private final URI address;
  private final GeneralName recipient;
  private final Protection protection;
  private final int requestType;
  private final Duration patience;

  CmpPeer(
      HttpClient http,
      URI address,
      X500Name recipient,
      Protection protection,
      int requestType,
      Duration patience) {
    this.http = http;
    this.address = address;
    this.recipient = new GeneralName(recipient);
    this.protection = protection;
    this.requestType = requestType;
    this.patience = patience;
  }

  public CmpReply request(CmpTransaction transaction, CertTemplate template, Instant now) {
    return send(transaction, CmpMessages.request(requestType, template), now);
  }

  public CmpReply poll(CmpTransaction transaction, Instant now) {
    return send(transaction, CmpMessages.poll(), now);
  }

  /** Takes the certificate; before that it is not in force. */
  public CmpReply confirm(CmpTransaction transaction, byte[] certificate, Instant now) {
    return send(transaction, CmpMessages.confirmation(certificate), now);
  }

  /** Does not take it: the authority revokes it. */
  public CmpReply reject(CmpTransaction transaction, byte[] certificate, String why, Instant now) {
    return send(transaction, CmpMessages.rejection(certificate, why), now);
  }

  public CmpReply revoke(X500Name issuer, BigInteger serial, int reason, Instant now) {
    return send(CmpTransaction.begin(), CmpMessages.revocation(issuer, serial, reason), now);
  }

  private CmpReply send(CmpTransaction transaction, PKIBody body, Instant now) {
    byte[] nonce = CmpTransaction.random();
    try {
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .timeout(patience)
              .header("Content-Type", TYPE)
              .POST(BodyPublishers.ofByteArray(message(transaction, nonce, body, now)))
              .build();
      return CmpAnswers.read(exchange(request), protection, transaction.id(), nonce);
    } catch (IOException e) {
      return CmpReply.silent(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CmpReply.silent("interrupted");
    }
  }

  /**
   * The request's own time limit ends with the headers; a body that trickles is waited for no
   * longer.
   */
  private byte[] exchange(HttpRequest request) throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, CmpPeer::body);
    try {
      HttpResponse<byte[]> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (response.statusCode() != 200) {
        throw new IOException("HTTP " + response.statusCode());
      }
      return response.body();
    } catch (TimeoutException e) {
      throw new IOException("no answer within " + patience.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  /** What does not say its length, or too much of it, is not read. */
  private static BodySubscriber<byte[]> body(ResponseInfo info) {
    boolean fits =
        info.headers().firstValueAsLong("Content-Length").orElse(Long.MAX_VALUE) <= LONGEST;
    return fits ? BodySubscribers.ofByteArray() : BodySubscribers.replacing(new byte[0]);
  }

  private byte[] message(CmpTransaction transaction, byte[] nonce, PKIBody body, Instant now)
      throws IOException {
    ProtectedPKIMessageBuilder message =
        new ProtectedPKIMessageBuilder(protection.sender(), recipient)
            .setMessageTime(Date.from(now))
            .setTransactionID(transaction.id())
            .setSenderNonce(nonce)
            .setBody(body);
    if (protection.senderKeyId() != null) {
      message.setSenderKID(protection.senderKeyId());
    }
    if (transaction.peerNonce() != null) {
      message.setRecipNonce(transaction.peerNonce());
    }
    try {
      return protection.protect(message).toASN1Structure().getEncoded("DER");
    } catch (CMPException e) {
      throw new IOException("The message cannot be protected", e);
    }
  }

  @Override
  public String toString() {
    return "CmpPeer[" + address + " " + protection + "]";
  }
}
