package jp.madoguchi.calendar;

public record OfficeClockMoved(java.time.Instant now, java.time.Duration offset) {}
