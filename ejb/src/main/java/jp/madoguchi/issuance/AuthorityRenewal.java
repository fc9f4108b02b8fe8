package jp.madoguchi.issuance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Key rollover of an authority, by an administrator. */
@Stateless
@RolesAllowed("ADMIN")
public class AuthorityRenewal {

  @Inject private AuthorityEstablishment establishment;

  public void renew(CertificateType type) {
    establishment.renew(type);
  }
}
