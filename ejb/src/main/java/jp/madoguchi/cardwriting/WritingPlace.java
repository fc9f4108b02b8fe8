package jp.madoguchi.cardwriting;

/** A case at the terminal where one conversation writes its card. */
record WritingPlace(String receptionNumber, String terminal) {}
