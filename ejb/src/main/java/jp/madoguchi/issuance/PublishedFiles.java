package jp.madoguchi.issuance;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import jp.madoguchi.issuance.jpa.PublishedTable;

/**
 * The files that relying parties fetch without a login: revocation lists and the authorities'
 * certificates. They are read by threads and connections of the status service, so that nothing
 * else in the server keeps them from being served.
 *
 * <p>A list is read part by part, each by itself: whoever fetches slowly holds neither a thread nor
 * a connection, and no list is in memory as a whole. Each reading fails with {@link AwayException}
 * while the tables are away.
 */
@ApplicationScoped
public class PublishedFiles implements Executor {

  private static final System.Logger LOG = System.getLogger(PublishedFiles.class.getName());

  /** With the connection of {@link StatusDesk} fewer than the datasource has. */
  private static final int THREADS = 2;

  private static final int MOST_WAITING = 2000;

  @Resource(lookup = "java:jboss/datasources/MadoguchiStatus")
  private DataSource source;

  private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          THREADS, THREADS, 1, TimeUnit.MINUTES, waiting, work -> StatusDesk.thread(work, "files"));

  private volatile boolean away;

  /** The tables cannot be read now. */
  public static final class AwayException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public AwayException(Exception cause) {
      super(cause);
    }
  }

  /** Something that is read from the tables. */
  private interface Reading<T> {
    T from(PublishedTable table) throws SQLException;
  }

  public PublishedFiles() {
    threads.allowCoreThreadTimeOut(true);
  }

  /** What reads; it is done soon, by a thread of this service. */
  @Override
  public void execute(Runnable reading) {
    threads.execute(reading);
  }

  /** Whether so many wait that nobody else should. */
  public boolean crowded() {
    return waiting.size() >= MOST_WAITING;
  }

  /**
   * @param keyId subject key identifier in lower case hexadecimal; empty for the newest key
   * @return the newest list that was published; empty where there is no such key or partition
   */
  public Optional<RevocationList> list(ListScope scope, Optional<String> keyId) {
    return read(table -> table.newest(scope, keyId));
  }

  /**
   * @param position from 0
   * @return empty where the list was replaced more than an hour ago
   */
  public Optional<byte[]> part(RevocationList list, int position) {
    return read(table -> table.part(list, position));
  }

  /** The authority's certificate in DER. */
  public Optional<byte[]> certificate(CertificateType type, Optional<String> keyId) {
    return read(table -> table.certificate(type, keyId));
  }

  /** The link between that key and the former one. */
  public Optional<byte[]> link(CertificateType type, String keyId, AuthorityLink link) {
    return read(table -> table.link(type, keyId, link));
  }

  private <T> T read(Reading<T> reading) {
    try (Connection connection = source.getConnection()) {
      T found = reading.from(new PublishedTable(connection));
      told(false, null);
      return found;
    } catch (SQLException e) {
      told(true, e);
      throw new AwayException(e);
    }
  }

  /** Tables that are away for an hour are told once. */
  private void told(boolean nowAway, SQLException cause) {
    if (nowAway && !away) {
      LOG.log(
          ERROR, "What relying parties fetch cannot be read; they are told to come later", cause);
    } else if (!nowAway && away) {
      LOG.log(INFO, "What relying parties fetch can be read again");
    }
    away = nowAway;
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }
}
