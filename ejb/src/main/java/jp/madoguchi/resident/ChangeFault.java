package jp.madoguchi.resident;

/**
 * Why a change was refused.
 *
 * @param field as it was sent, such as {@code birthDate}
 */
public record ChangeFault(String field, LineRefusal.Reason reason) {}
