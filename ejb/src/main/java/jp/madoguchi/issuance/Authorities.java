package jp.madoguchi.issuance;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.ERROR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.issuance.jpa.AuthorityGeneration;
import jp.madoguchi.issuance.jpa.AuthorityRepository;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.settings.Settings;

/**
 * The key generations of both authorities, ready to sign, kept in memory after they were found to
 * agree in keystore and table.
 */
@ApplicationScoped
public class Authorities {

  private static final System.Logger LOG = System.getLogger(Authorities.class.getName());
  private static final byte[] PROOF =
      "Madoguchi asks whether the token is there".getBytes(StandardCharsets.US_ASCII);

  private AuthorityRepository table;
  private AuthorityKeystores keystores;
  private SigningProvider signing;
  private Profile profile;
  private volatile Map<CertificateType, Generations> loaded = Map.of();

  /** The generations of one type, the current one first. */
  private record Generations(List<CertificateTemplate> templates) {}

  protected Authorities() {}

  @Inject
  public Authorities(
      AuthorityRepository table,
      AuthorityKeystores keystores,
      SigningProvider signing,
      Settings settings) {
    this.table = table;
    this.keystores = keystores;
    this.signing = signing;
    this.profile = Profile.of(ProfileConfig.from(settings));
  }

  Profile profile() {
    return profile;
  }

  /** The generation that signs new certificates. */
  Authority current(CertificateType type) {
    return currentTemplate(type).authority();
  }

  CertificateTemplate currentTemplate(CertificateType type) {
    return generations(type).stream().findFirst().orElseThrow(Authorities::notEstablished);
  }

  /** The current one first; none where another authority issues and this one never did. */
  List<Authority> all(CertificateType type) {
    return generations(type).stream().map(CertificateTemplate::authority).toList();
  }

  /** An issuer is chosen by key identifier, since all generations have one name. */
  Optional<Authority> withKey(CertificateType type, String keyId) {
    return all(type).stream().filter(one -> one.keyId().equals(keyId)).findFirst();
  }

  /** Takes up the key that another node gave an authority. */
  void follow() {
    boolean behind =
        loaded.keySet().stream()
            .anyMatch(
                type ->
                    table.of(type).stream()
                        .filter(AuthorityGeneration::current)
                        .anyMatch(row -> !isLoaded(type, row.keyId())));
    if (behind) {
      load();
    }
  }

  private boolean isLoaded(CertificateType type, String current) {
    return all(type).stream().findFirst().filter(one -> one.keyId().equals(current)).isPresent();
  }

  /** Whether new certificates of some type are signed on the token. */
  boolean signOnToken() {
    return loaded.values().stream()
        .flatMap(generations -> generations.templates().stream().limit(1))
        .anyMatch(current -> current.authority().home() == KeyHome.TOKEN);
  }

  /**
   * Has each key on a token prove itself: whether the token is there is known afterwards, and said.
   */
  void proveTokens() {
    loaded.values().stream()
        .flatMap(generations -> generations.templates().stream())
        .map(CertificateTemplate::authority)
        .forEach(Authorities::canSign);
  }

  /**
   * Whether a key can be used just now. One on a token signs something that is no certificate, and
   * the outcome is compared.
   */
  static boolean canSign(Authority authority) {
    return !(authority.key() instanceof TokenKey key) || proves(key, authority);
  }

  private static boolean proves(TokenKey key, Authority authority) {
    try {
      byte[] signature = key.sign(out -> out.write(PROOF));
      Signature check = Signature.getInstance("SHA256withRSA");
      check.initVerify(authority.publicKey());
      check.update(PROOF);
      boolean itself = check.verify(signature);
      if (!itself) {
        LOG.log(ERROR, "The token signs as {0} with another key", authority.keyId());
      }
      return itself;
    } catch (BusinessException away) {
      LOG.log(DEBUG, "The token is away", away);
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<CertificateTemplate> generations(CertificateType type) {
    Generations generations = loaded.get(type);
    if (generations == null) {
      throw notEstablished();
    }
    return generations.templates();
  }

  private static RuntimeException notEstablished() {
    return Problem.unavailable("authority-not-established").asException();
  }

  /**
   * Reads keystores and table anew.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code authority-keystore-missing}, {@code
   *     authority-keystore-unreadable}, {@code authority-keystore-differs}
   */
  void load() {
    Map<CertificateType, Generations> fresh = new EnumMap<>(CertificateType.class);
    Arrays.stream(CertificateType.values()).forEach(type -> fresh.put(type, load(type)));
    loaded = Map.copyOf(fresh);
    proveTokens();
  }

  private Generations load(CertificateType type) {
    List<AuthorityGeneration> rows = table.of(type);
    AuthorityKeystore keystore = keystores.of(type);
    if (rows.isEmpty() && !keystore.exists()) {
      return new Generations(List.of());
    }
    if (!keystore.exists()) {
      throw Problem.refused("authority-keystore-missing", keystore.file().toString()).asException();
    }
    List<Authority> keys = keystore.read();
    new KeystoreAgreement(keystore.file(), profile.authorityName(type)).check(rows, keys);
    List<CertificateTemplate> templates =
        rows.stream()
            .filter(row -> !row.prepared())
            .sorted((one, other) -> Boolean.compare(other.current(), one.current()))
            .map(row -> template(row.keyId(), keys))
            .toList();
    return new Generations(templates);
  }

  private CertificateTemplate template(String keyId, List<Authority> keys) {
    Authority stored =
        keys.stream().filter(one -> one.keyId().equals(keyId)).findFirst().orElseThrow();
    return new CertificateTemplate(
        profile,
        new Authority(
            stored.type(),
            stored.keyId(),
            stored.certificate(),
            signing.own(stored.key()),
            stored.responderCertificate(),
            signing.own(stored.responderKey())));
  }
}
