package jp.madoguchi.approval;

/** Fired, in its transaction, when a supervisor granted or refused an exception. */
public record ApprovalDecided(Approval approval) {}
