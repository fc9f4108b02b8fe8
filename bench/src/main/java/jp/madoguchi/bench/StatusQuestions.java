package jp.madoguchi.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Requests for the status of many certificates, as HTTP carries them. */
record StatusQuestions(X509CertificateHolder issuer, BigInteger first, int count) {

  private static final Random RANDOM = new Random(1);

  List<byte[]> byGet(String host, String path) {
    return all(false).stream()
        .map(der -> URLEncoder.encode(Base64.getEncoder().encodeToString(der), US_ASCII))
        .map(text -> "GET " + path + "/" + text + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n")
        .map(request -> request.getBytes(US_ASCII))
        .toList();
  }

  List<byte[]> byPost(String host, String path, boolean withNonce) {
    return all(withNonce).stream().map(der -> post(host, path, der)).toList();
  }

  private static byte[] post(String host, String path, byte[] der) {
    String head =
        "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/ocsp-request\r\n"
                .formatted(path, host)
            + "Content-Length: %d\r\n\r\n".formatted(der.length);
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(head.getBytes(US_ASCII));
    request.writeBytes(der);
    return request.toByteArray();
  }

  private List<byte[]> all(boolean withNonce) {
    return IntStream.range(0, count)
        .mapToObj(i -> question(first.add(BigInteger.valueOf(i)), withNonce))
        .toList();
  }

  private byte[] question(BigInteger serial, boolean withNonce) {
    try {
      DigestCalculator sha1 =
          new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1);
      OCSPReqBuilder request =
          new OCSPReqBuilder().addRequest(new CertificateID(sha1, issuer, serial));
      if (withNonce) {
        byte[] nonce = new byte[32];
        RANDOM.nextBytes(nonce);
        request.setRequestExtensions(
            new Extensions(
                new Extension(
                    OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
                    false,
                    new DEROctetString(nonce).getEncoded())));
      }
      return request.build().getEncoded();
    } catch (OCSPException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
