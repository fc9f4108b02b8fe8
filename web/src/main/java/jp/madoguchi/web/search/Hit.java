package jp.madoguchi.web.search;

/**
 * What the search field found.
 *
 * @param kind what it is, in words
 * @param more what tells it from the others
 * @param path the page it is on, from the context root
 */
public record Hit(String kind, String label, String more, String path) {}
