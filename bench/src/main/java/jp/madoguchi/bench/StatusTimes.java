package jp.madoguchi.bench;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import jp.madoguchi.launcher.Counter;
import jp.madoguchi.launcher.Layout;
import org.bouncycastle.cert.X509CertificateHolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the status service beside what it can be held against, in one run. */
@Command(
    name = "bench/run --status",
    mixinStandardHelpOptions = true,
    description =
        "Asks the counter for the status of certificates, openssl for the same, and the counter for"
            + " a file; measures signatures a second; and prints a table for docs/performance.md.")
public final class StatusTimes implements Callable<Integer> {

  private static final BigInteger FIRST = new BigInteger("50000000000000000000000000000000", 16);
  private static final String PATH = "/ocsp/sign";
  private static final String FILE = "/assets/js/card-state.js";

  @Option(names = "--certificates", description = "Asked about (default: ${DEFAULT-VALUE}).")
  private int certificates = 1000;

  @Option(names = "--connections", description = "Kept open (default: ${DEFAULT-VALUE}).")
  private int connections = 32;

  @Option(names = "--seconds", description = "A figure (default: ${DEFAULT-VALUE}).")
  private int seconds = 10;

  @Option(names = "--warm-up", description = "Seconds before each (default: ${DEFAULT-VALUE}).")
  private int warmUp = 10;

  @Option(names = "--data", description = "Emptied at the start (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("bench/target/status");

  private final List<String> lines = new ArrayList<>();

  public static void main(String[] arguments) {
    Logger.getLogger("").setLevel(Level.WARNING);
    System.exit(new CommandLine(new StatusTimes()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    AmazonCorrettoCryptoProvider.install();
    WholeCases.delete(data);
    lines.add("| Measured | per second |");
    lines.add("| --- | ---: |");
    try (Counter counter = Counter.start(Layout.ofCheckout(Path.of("."), data), 0, Map.of())) {
      counter.stopAgent();
      certify(counter);
      URI address = URI.create(counter.address());
      InetSocketAddress server = new InetSocketAddress("127.0.0.1", address.getPort());
      StatusQuestions questions = new StatusQuestions(issuer(counter), FIRST, certificates);
      String host = address.getAuthority();
      load("pre-signed answers by GET", server, questions.byGet(host, PATH), this::isAnswer);
      load(
          "pre-signed answers by POST",
          server,
          questions.byPost(host, PATH, false),
          this::isAnswer);
      load("a file of the same server, as large as an answer", server, file(host), body -> true);
      load(
          "answers signed for a nonce", server, questions.byPost(host, PATH, true), this::isAnswer);
      row("RSA-2048 signatures on all cores (limit)", Limits.signaturesOnAllCores());
      try (OpensslResponder openssl =
          OpensslResponder.start(data.resolve("openssl"), FIRST, certificates)) {
        load(
            "answers of `openssl ocsp -multi`",
            new InetSocketAddress("127.0.0.1", openssl.port()),
            new StatusQuestions(openssl.issuer(), FIRST, certificates)
                .byPost("127.0.0.1", "/", false),
            this::isAnswer);
      }
    } finally {
      WholeCases.delete(data);
    }
    System.out.println(String.join("\n", lines));
    return 0;
  }

  private void load(
      String name, InetSocketAddress server, List<byte[]> requests, Predicate<ByteBuffer> right)
      throws Exception {
    LoadDriver.Load load =
        new LoadDriver(server, requests, right)
            .drive(connections, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds));
    if (load.failures() > 0) {
      WholeCases.say(name + ": " + load.failures() + " failures");
    }
    row(name, load.answersPerSecond());
  }

  private void row(String what, double value) {
    lines.add(String.format(Locale.ROOT, "| %s | %,.0f |", what, value));
    WholeCases.say(lines.get(lines.size() - 1));
  }

  /** OCSPResponse with responseStatus successful. */
  private boolean isAnswer(ByteBuffer body) {
    return body.remaining() > 100 && body.get(4) == 10 && body.get(6) == 0;
  }

  private static List<byte[]> file(String host) {
    String request = "GET " + FILE + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
    return List.of(request.getBytes(StandardCharsets.US_ASCII));
  }

  private static X509CertificateHolder issuer(Counter counter) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(counter.address() + "ca/sign.cer")).build();
    return new X509CertificateHolder(Api.CLIENT.send(request, BodyHandlers.ofByteArray()).body());
  }

  private void certify(Counter counter) throws Exception {
    try (Connection connection =
            DriverManager.getConnection(counter.databaseUrl(), "postgres", "postgres");
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into madoguchi.certificate (serial, type, authority_key_id, state,"
                    + " resident_id, reception_number, key_hash, to_be_signed, signature,"
                    + " not_before, not_after, planned_at, issued_at, published_at)"
                    + " select ? + n, type, key_id, 'VALID', -1, 'bench', sha256(n::text::bytea),"
                    + " ''::bytea, ''::bytea, '2020-01-01', '2040-01-01', '2020-01-01',"
                    + " '2020-01-01', '2020-01-01' from madoguchi.authority,"
                    + " generate_series(0, ? - 1) n where type = 'SIGNATURE' and is_current")) {
      insert.setBigDecimal(1, new BigDecimal(FIRST));
      insert.setInt(2, certificates);
      insert.executeUpdate();
    }
  }
}
