package jp.madoguchi.bench;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * What the machine can do at most, measured while the counter is idle.
 *
 * @param sunSignatures RSA-2048 signatures a second of the JDK's own provider, on one core
 * @param correttoSignatures the same of Amazon Corretto; 0 where it does not load
 * @param commits commits a second with 30 rows each in one batch, on one connection
 * @param commitsOfEight the same on eight connections together
 */
record Limits(
    double sunSignatures, double correttoSignatures, double commits, double commitsOfEight) {

  private static final long STRETCH = TimeUnit.SECONDS.toNanos(3);
  private static final int ROWS = 30;

  static Limits measure(String databaseUrl) throws Exception {
    return new Limits(
        signatures(Security.getProvider("SunRsaSign")),
        corretto(),
        commits(databaseUrl, 1),
        commits(databaseUrl, 8));
  }

  private static double corretto() throws GeneralSecurityException {
    Provider provider = AmazonCorrettoCryptoProvider.INSTANCE;
    boolean loads = AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() == null;
    return loads ? signatures(provider) : 0;
  }

  /** RSA-2048 signatures a second, by the faster provider, with a thread for each core. */
  static double signaturesOnAllCores() throws Exception {
    Provider provider =
        AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() == null
            ? AmazonCorrettoCryptoProvider.INSTANCE
            : Security.getProvider("SunRsaSign");
    int cores = Runtime.getRuntime().availableProcessors();
    ExecutorService signers = Executors.newFixedThreadPool(cores);
    try {
      List<Callable<Double>> work = new ArrayList<>();
      for (int i = 0; i < cores; i++) {
        work.add(() -> signatures(provider));
      }
      double sum = 0;
      for (Future<Double> one : signers.invokeAll(work)) {
        sum += one.get();
      }
      return sum;
    } finally {
      signers.shutdown();
    }
  }

  private static double signatures(Provider provider) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", provider);
    generator.initialize(2048);
    KeyPair key = generator.generateKeyPair();
    sign(provider, key, STRETCH);
    return sign(provider, key, STRETCH);
  }

  private static double sign(Provider provider, KeyPair key, long nanos)
      throws GeneralSecurityException {
    byte[] message = new byte[1500];
    long start = System.nanoTime();
    long count = 0;
    while (System.nanoTime() - start < nanos) {
      Signature signature = Signature.getInstance("SHA256withRSA", provider);
      signature.initSign(key.getPrivate());
      signature.update(message);
      signature.sign();
      count++;
    }
    return count / ((System.nanoTime() - start) / 1e9);
  }

  private static double commits(String url, int connections) throws Exception {
    try (Connection connection = open(url);
        Statement statement = connection.createStatement()) {
      statement.execute("create schema if not exists bench");
      statement.execute(
          "create table if not exists bench.act"
              + " (id bigint generated always as identity primary key, words text not null)");
      connection.commit();
    }
    ExecutorService writers = Executors.newFixedThreadPool(connections);
    try {
      List<Callable<Double>> work = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        work.add(() -> write(url));
      }
      double sum = 0;
      for (Future<Double> one : writers.invokeAll(work)) {
        sum += one.get();
      }
      return sum;
    } finally {
      writers.shutdown();
    }
  }

  private static double write(String url) throws SQLException {
    try (Connection connection = open(url);
        PreparedStatement insert =
            connection.prepareStatement("insert into bench.act (words) values (?)")) {
      long start = System.nanoTime();
      long count = 0;
      while (System.nanoTime() - start < STRETCH) {
        for (int row = 0; row < ROWS; row++) {
          insert.setString(1, "an act of a clerk at the counter, about as long as those are");
          insert.addBatch();
        }
        insert.executeBatch();
        connection.commit();
        count++;
      }
      return count / ((System.nanoTime() - start) / 1e9);
    }
  }

  private static Connection open(String url) throws SQLException {
    Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
    connection.setAutoCommit(false);
    return connection;
  }
}
