package jp.madoguchi.bench;

import jp.madoguchi.agent.card.Personalisation;

/**
 * Somebody who stands in the queue with a card.
 *
 * @param residentId in the resident register
 */
record Applicant(long residentId, Personalisation card) {}
