package jp.madoguchi.cardwriting;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** How a writing stands, for the clerk's pages. */
@Stateless
@RolesAllowed({"CLERK", "SUPERVISOR"})
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class WritingDesk {

  @Inject private WritingView view;

  /** Without certificates before the writing begins. */
  public WritingStatus look(String receptionNumber) {
    return view.of(receptionNumber);
  }
}
