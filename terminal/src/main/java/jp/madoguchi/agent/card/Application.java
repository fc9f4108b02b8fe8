package jp.madoguchi.agent.card;

import java.util.Map;

/**
 * An application on the card.
 *
 * @param aid its identifier
 * @param files its elementary files by number
 */
record Application(byte[] aid, Map<Integer, ElementaryFile> files) {}
