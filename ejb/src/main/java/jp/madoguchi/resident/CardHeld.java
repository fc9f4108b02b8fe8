package jp.madoguchi.resident;

/** Fired, in its transaction, when this office holds the card of a resident. */
public record CardHeld(long residentId, CardSerial card) {}
