package jp.madoguchi.paper.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import jp.madoguchi.paper.SeenPaper;
import jp.madoguchi.paper.SeenPapers;

/** The table {@code seen_paper}, which refuses every change of a row. */
@ApplicationScoped
public class JpaSeenPapers implements SeenPapers {

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  protected JpaSeenPapers() {}

  public JpaSeenPapers(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void add(SeenPaper paper) {
    entities.persist(paper);
  }

  @Override
  public List<SeenPaper> of(Collection<String> subjects) {
    return subjects.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select p from SeenPaper p where p.subject in :subjects order by p.id",
                SeenPaper.class)
            .setParameter("subjects", subjects)
            .getResultList();
  }
}
