package jp.madoguchi.inside;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.function.Supplier;

/** Acts with an auditor's role, in the caller's transaction if there is one. */
@Stateless
@RunAs("AUDITOR")
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AsAuditor {

  public <T> T does(Supplier<T> act) {
    return act.get();
  }
}
