package jp.madoguchi.approval;

import jp.madoguchi.resident.ResidentRecord;

/** A request for an exception with the applicant it is for. */
public record Request(Approval approval, ResidentRecord resident) {}
