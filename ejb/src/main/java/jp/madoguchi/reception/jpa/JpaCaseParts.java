package jp.madoguchi.reception.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.madoguchi.reception.CaseParts;

/** Asks all the tables at once whether they name the case. */
@ApplicationScoped
public class JpaCaseParts implements CaseParts {

  private static final String WHICH =
      Arrays.stream(Part.values())
          .map(JpaCaseParts::asked)
          .collect(Collectors.joining(" union all "));

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  private static String asked(Part part) {
    return "select '%s' where exists (select 1 from madoguchi.%s where reception_number = ?1)"
        .formatted(part, part.table());
  }

  @Override
  public Set<Part> of(String receptionNumber) {
    List<?> names =
        entities.createNativeQuery(WHICH).setParameter(1, receptionNumber).getResultList();
    Set<Part> parts = EnumSet.noneOf(Part.class);
    names.forEach(name -> parts.add(Part.valueOf((String) name)));
    return parts;
  }
}
