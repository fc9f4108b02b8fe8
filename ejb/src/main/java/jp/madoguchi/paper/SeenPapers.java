package jp.madoguchi.paper;

import java.util.Collection;
import java.util.List;

/** Every paper that was seen for something that is no application. */
public interface SeenPapers {

  void add(SeenPaper paper);

  /** Of these subjects, in the order of the seeing. */
  List<SeenPaper> of(Collection<String> subjects);
}
