package jp.madoguchi.issuance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import jp.madoguchi.issuance.TestAuthority.Desk;
import jp.madoguchi.issuance.jpa.OutsideRepository;
import jp.madoguchi.issuance.jpa.OutsideRequest;
import jp.madoguchi.issuance.jpa.RevocationListRepository;
import jp.madoguchi.testing.BoundEntityManager;
import jp.madoguchi.testing.MovableClock;
import jp.madoguchi.testing.RecordedActs;
import jp.madoguchi.transaction.NewTransaction;

/**
 * A desk that orders from an authority outside, on real tables; memory can be lost as by a restart.
 */
final class OutsideDesk {

  final BoundEntityManager database = new BoundEntityManager();
  final MovableClock clock = new MovableClock("2026-11-24T10:00");
  final RecordedActs acts = new RecordedActs();
  private final ChosenSettings settings;
  private final Desk desk;
  private final Set<CertificateOrder> orders = new LinkedHashSet<>();
  OutsideLine line;
  CertificationAuthority authority;
  private OutsideRepository requests;
  private OutsideExchange exchange;
  private OutsideRevocations revocations;

  private final NewTransaction transaction =
      new NewTransaction() {
        @Override
        public <T> T call(Supplier<T> work) {
          return database.inNewTransaction(work);
        }
      };

  OutsideDesk(ChosenSettings settings) {
    this.settings = settings;
    desk =
        database.inNewTransaction(
            () -> TestAuthority.shared().desk(database.entityManager(), "2026-11-24T10:00"));
    restart();
  }

  /** What is in memory is lost: the line's silence among it. */
  void restart() {
    requests = new OutsideRepository(database.entityManager());
    line = new OutsideLine(settings, clock);
    exchange = new OutsideExchange(transaction, requests, desk.repository, line, acts, clock);
    revocations = new OutsideRevocations(transaction, requests, desk.repository, line, acts, clock);
    OwnCertificationAuthority own = (OwnCertificationAuthority) desk.authority;
    authority =
        new ChosenAuthority(
            settings,
            own,
            new OutsideCertificationAuthority(
                own,
                desk.authorities,
                desk.repository,
                requests,
                exchange,
                transaction,
                acts,
                clock));
  }

  <T> T at(Supplier<T> work) {
    return database.inNewTransaction(work);
  }

  CertificateSerialNumber plan(CertificateOrder order) {
    orders.add(order);
    return at(() -> authority.plan(order));
  }

  void doAt(Runnable work) {
    at(
        () -> {
          work.run();
          return null;
        });
  }

  void wait(Duration duration) {
    clock.moveTo(clock.now().plus(duration).toLocalDateTime().toString());
  }

  /** What happens by itself, without any card; other tests' requests are left to them. */
  void carry() {
    List<Long> own = orders.stream().map(order -> request(order).id()).toList();
    at(() -> requests.open(1000)).stream().filter(own::contains).forEach(exchange::goOn);
    revocations.tell();
  }

  OutsideRequest request(CertificateOrder order) {
    return at(() -> requests.lockByKey(CertificateTemplate.keyHash(order)).orElseThrow());
  }

  CertificateStatus status(CertificateSerialNumber serial) {
    return at(() -> desk.certificates.find(serial).orElseThrow());
  }

  boolean untold(CertificateSerialNumber serial) {
    return at(() -> requests.untold(100).contains(serial));
  }

  List<CertificateStatus> certificatesOf(CertificateOrder order) {
    return at(() -> desk.certificates.ofReception(order.receptionNumber()));
  }

  List<RevokedEntry> listed(CertificateType type) {
    List<RevokedEntry> all = new ArrayList<>();
    doAt(
        () ->
            new RevocationListRepository(database.entityManager())
                .revoked(ListScope.full(type), clock.instant(), all::addAll));
    return all;
  }
}
