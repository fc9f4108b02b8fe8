package jp.madoguchi.resident;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;

/**
 * Looking up residents at the counter. Each look is an act: the trail keeps who looked at whose
 * data, and by what they searched, but not the words they typed.
 */
@Stateless
@RolesAllowed({"CLERK", "SUPERVISOR"})
public class ResidentSearch {

  private static final String SUBJECT = "RESIDENT";

  private ResidentRegister register;
  private AuditTrail trail;

  protected ResidentSearch() {}

  @Inject
  public ResidentSearch(ResidentRegister register, AuditTrail trail) {
    this.register = register;
    this.trail = trail;
  }

  public ResidentPage search(ResidentQuery query) {
    ResidentPage found = register.search(query);
    trail.record(
        Act.done("resident.searched", SUBJECT, "")
            .with("by", String.join(",", query.criteria()))
            .with("page", query.page())
            .with("shown", ids(found.residents())));
    return found;
  }

  public Optional<ResidentRecord> find(long id) {
    Optional<ResidentRecord> found = register.find(id);
    found.ifPresent(resident -> viewed(resident, "id"));
    return found;
  }

  public Optional<ResidentRecord> findByCard(CardSerial serial) {
    Optional<ResidentRecord> found = register.findByCard(serial);
    found.ifPresent(resident -> viewed(resident, "card"));
    return found;
  }

  /** The cards of a resident whose record the caller is looking at. */
  public List<Card> cardsOf(ResidentRecord resident) {
    return register.cardsOf(resident.id());
  }

  private void viewed(ResidentRecord resident, String by) {
    trail.record(Act.done("resident.viewed", SUBJECT, Long.toString(resident.id())).with("by", by));
  }

  private static String ids(List<ResidentRecord> residents) {
    return residents.stream()
        .map(resident -> Long.toString(resident.id()))
        .collect(Collectors.joining(","));
  }
}
