package jp.madoguchi.letter;

/** What a paper says, before it is printed. */
public interface Paper {

  /** 領収書, for example; the title in the file's properties too. */
  String title();

  /** A whole document after {@code letter/paper.html}, its values escaped. */
  String xhtml();
}
