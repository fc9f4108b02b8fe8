package jp.madoguchi.inside;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.function.Supplier;

/** Acts with a clerk's role, in the caller's transaction if there is one. */
@Stateless
@RunAs("CLERK")
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AsClerk {

  public <T> T does(Supplier<T> act) {
    return act.get();
  }
}
