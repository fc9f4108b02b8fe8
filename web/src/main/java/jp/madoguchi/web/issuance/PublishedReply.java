package jp.madoguchi.web.issuance;

import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.DateUtils;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Date;
import java.util.Optional;
import jp.madoguchi.issuance.PublishedFiles;
import jp.madoguchi.issuance.PublishedFiles.AwayException;
import jp.madoguchi.issuance.RevocationList;
import jp.madoguchi.web.issuance.PublishedPath.OfCertificate;
import jp.madoguchi.web.issuance.PublishedPath.OfList;

/**
 * What one request for a file gets: {@link PublishedFiles} reads by its own threads, the threads of
 * the network write.
 */
final class PublishedReply {

  private static final System.Logger LOG = System.getLogger(PublishedReply.class.getName());

  private static final HttpString NO_SNIFFING = new HttpString("X-Content-Type-Options");
  private static final int NOT_MODIFIED = 304;
  private static final int UNAVAILABLE = 503;
  private static final String RETRY_SECONDS = "30";

  private final HttpHandler next;
  private final PublicFront front;
  private final PublishedFiles files;
  private final PublishedPath asked;
  private final long begun = System.nanoTime();

  /**
   * @param next refuses what is not there
   */
  PublishedReply(HttpHandler next, PublicFront front, PublishedPath asked) {
    this.next = next;
    this.front = front;
    this.files = front.files();
    this.asked = asked;
  }

  void begin(HttpServerExchange exchange) {
    if (files.crowded()) {
      later(exchange);
    } else {
      exchange.dispatch(files, this::read);
    }
  }

  private void read(HttpServerExchange exchange) {
    try {
      if (asked instanceof OfList one) {
        files
            .list(one.scope(), one.keyId())
            .ifPresentOrElse(list -> list(exchange, list), () -> unknown(exchange));
      } else if (asked instanceof OfCertificate one) {
        certificate(one)
            .ifPresentOrElse(der -> certificate(exchange, der), () -> unknown(exchange));
      }
    } catch (AwayException away) {
      later(exchange);
    }
  }

  private Optional<byte[]> certificate(OfCertificate one) {
    return one.link().isPresent()
        ? files.link(one.type(), one.keyId().orElseThrow(), one.link().get())
        : files.certificate(one.type(), one.keyId());
  }

  /** By a thread of the pages, as everything else that they refuse. */
  private void unknown(HttpServerExchange exchange) {
    exchange.dispatch(exchange.getConnection().getWorker(), next);
  }

  private void later(HttpServerExchange exchange) {
    exchange.getResponseHeaders().put(Headers.RETRY_AFTER, RETRY_SECONDS);
    front.end(exchange, asked.resource(), UNAVAILABLE);
  }

  private void certificate(HttpServerExchange exchange, byte[] der) {
    HeaderMap headers = headers(exchange, "application/pkix-cert", der.length);
    headers.put(Headers.CACHE_CONTROL, "max-age=3600, public");
    send(exchange, der, new Parts(null, der.length));
  }

  private void list(HttpServerExchange exchange, RevocationList list) {
    HeaderMap headers = exchange.getResponseHeaders();
    String tag = '"' + list.id() + '"';
    Date since = Date.from(list.thisUpdate());
    headers.put(Headers.ETAG, tag);
    headers.put(Headers.CACHE_CONTROL, "no-cache");
    headers.put(Headers.LAST_MODIFIED, DateUtils.toDateString(since));
    if (known(exchange.getRequestHeaders(), tag, since)) {
      front.end(exchange, asked.resource(), NOT_MODIFIED);
      return;
    }
    headers(exchange, "application/pkix-crl", list.size());
    if (exchange.getRequestMethod().equals(Methods.HEAD)) {
      ended(exchange);
    } else {
      new Parts(list, 0).next(exchange);
    }
  }

  private HeaderMap headers(HttpServerExchange exchange, String type, long length) {
    HeaderMap headers = exchange.getResponseHeaders();
    headers.put(NO_SNIFFING, "nosniff");
    headers.put(Headers.CONTENT_TYPE, type);
    exchange.setResponseContentLength(length);
    return headers;
  }

  /** By a thread of the network. */
  private void send(HttpServerExchange exchange, byte[] bytes, IoCallback then) {
    if (exchange.getRequestMethod().equals(Methods.HEAD)) {
      ended(exchange);
    } else {
      exchange.dispatch(
          exchange.getIoThread(),
          ready -> ready.getResponseSender().send(ByteBuffer.wrap(bytes), then));
    }
  }

  private void hangUp(HttpServerExchange exchange) {
    try {
      exchange.getConnection().close();
    } catch (IOException gone) {
      LOG.log(System.Logger.Level.DEBUG, "Nobody was there any more", gone);
    }
  }

  private void ended(HttpServerExchange exchange) {
    front.answered(exchange, asked.resource(), System.nanoTime() - begun);
    exchange.endExchange();
  }

  /** A list's parts: the next one is read when the one before it has gone out. */
  private final class Parts implements IoCallback {

    private final RevocationList list;
    private int position;
    private long read;

    /**
     * @param list null where everything has been read
     */
    Parts(RevocationList list, long read) {
      this.list = list;
      this.read = read;
    }

    private void next(HttpServerExchange exchange) {
      Optional<byte[]> part = part();
      if (part.isEmpty()) {
        // The length was promised: only the end of the connection tells that it is not whole.
        hangUp(exchange);
      } else {
        position++;
        read += part.get().length;
        send(exchange, part.get(), this);
      }
    }

    private Optional<byte[]> part() {
      try {
        return files.part(list, position);
      } catch (AwayException away) {
        return Optional.empty();
      }
    }

    @Override
    public void onComplete(HttpServerExchange exchange, Sender sender) {
      if (list != null && read < list.size()) {
        exchange.dispatch(files, this::next);
      } else {
        ended(exchange);
      }
    }

    @Override
    public void onException(HttpServerExchange exchange, Sender sender, IOException gone) {
      hangUp(exchange);
    }
  }

  /**
   * By the tag, or else by the very moment: a later one is none to compare with, since the clock of
   * the training stage can be moved back.
   */
  private static boolean known(HeaderMap asked, String tag, Date since) {
    String tags = asked.getFirst(Headers.IF_NONE_MATCH);
    if (tags != null) {
      return EntityTags.match(tags, tag);
    }
    String moment = asked.getFirst(Headers.IF_MODIFIED_SINCE);
    return moment != null && since.equals(DateUtils.parseDate(moment));
  }
}
