package jp.madoguchi.audit;

/**
 * The audit trail (証跡): append only, written in the act's own transaction, so that an act and its
 * record are kept or lost together.
 */
public interface AuditTrail {

  void record(Act act);
}
