package jp.madoguchi.web.issuance;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.DateUtils;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import jp.madoguchi.issuance.OcspAnswer;

/** An answer with what RFC 5019 5 wants said to caches, which keep what was asked by GET alone. */
record OcspReply(OcspAnswer answer, Instant now) {

  private static final String RESPONSE = "application/ocsp-response";
  private static final HttpString NO_SNIFFING = new HttpString("X-Content-Type-Options");
  private static final int NOT_MODIFIED = 304;

  void send(HttpServerExchange exchange) {
    HeaderMap headers = exchange.getResponseHeaders();
    headers.put(NO_SNIFFING, "nosniff");
    boolean read = !exchange.getRequestMethod().equals(Methods.POST);
    if (read && answer.period().isPresent()) {
      OcspAnswer.Period period = answer.period().get();
      String tag = '"' + answer.tag().orElseThrow() + '"';
      caching(headers, period, tag);
      if (known(exchange.getRequestHeaders(), tag)) {
        exchange.setStatusCode(NOT_MODIFIED);
        exchange.endExchange();
        return;
      }
    } else {
      headers.put(Headers.CACHE_CONTROL, "no-store");
    }
    headers.put(Headers.CONTENT_TYPE, RESPONSE);
    exchange.getResponseSender().send(ByteBuffer.wrap(answer.der()));
  }

  private void caching(HeaderMap headers, OcspAnswer.Period period, String tag) {
    long seconds = Math.max(0, Duration.between(now, period.to()).toSeconds());
    headers.put(Headers.LAST_MODIFIED, DateUtils.toDateString(Date.from(period.from())));
    headers.put(Headers.EXPIRES, DateUtils.toDateString(Date.from(period.to())));
    headers.put(Headers.ETAG, tag);
    headers.put(
        Headers.CACHE_CONTROL, "max-age=" + seconds + ", public, no-transform, must-revalidate");
  }

  /**
   * By the tag alone, not by If-Modified-Since: good and revoked may have been said in one second.
   */
  private static boolean known(HeaderMap asked, String tag) {
    String tags = asked.getFirst(Headers.IF_NONE_MATCH);
    return tags != null && EntityTags.match(tags, tag);
  }
}
