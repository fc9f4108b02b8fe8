package jp.madoguchi.audit.jpa;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.io.StringReader;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.Actor;
import jp.madoguchi.audit.RecordedAct;

/** A row of the trail: written once, never changed. */
@Entity
@Table(schema = "madoguchi", name = "audit_event")
public class AuditEvent {

  /** Looked up once: {@code Json} looks for its provider in all jars at every call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_event_seq")
  @SequenceGenerator(
      name = "audit_event_seq",
      schema = "madoguchi",
      sequenceName = "audit_event_seq",
      allocationSize = 1000)
  private Long id;

  private Instant at;
  private String actor;
  private String roles;
  private String terminal;
  private String act;

  @Column(name = "subject_kind")
  private String subjectKind;

  @Column(name = "subject_key")
  private String subjectKey;

  @Enumerated(EnumType.STRING)
  private Act.Outcome outcome;

  private String details;

  protected AuditEvent() {}

  AuditEvent(Instant at, Actor who, Act what) {
    this.at = at;
    this.actor = who.login();
    this.roles = String.join(" ", who.roles());
    this.terminal = who.terminal();
    this.act = what.name();
    this.subjectKind = what.subjectKind();
    this.subjectKey = what.subjectKey();
    this.outcome = what.outcome();
    this.details = json(what.details());
  }

  RecordedAct toRecord() {
    List<String> words = roles.isEmpty() ? List.of() : List.of(roles.split(" "));
    return new RecordedAct(
        id,
        at,
        new Actor(actor, new TreeSet<>(words), terminal),
        new Act(act, subjectKind, subjectKey, outcome, facts(details)));
  }

  private static String json(Map<String, String> facts) {
    JsonObjectBuilder object = JSON.createObjectBuilder();
    new TreeMap<>(facts).forEach(object::add);
    return object.build().toString();
  }

  private static Map<String, String> facts(String json) {
    try (JsonReader reader = JSON.createReader(new StringReader(json))) {
      JsonObject object = reader.readObject();
      Map<String, String> facts = new LinkedHashMap<>();
      object.forEach((name, value) -> facts.put(name, ((JsonString) value).getString()));
      return facts;
    }
  }
}
