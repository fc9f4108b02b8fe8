package jp.madoguchi.workflow.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import jp.madoguchi.workflow.SequenceFlows.Taken;

/** A row of the table of taken sequence flows. */
@Entity
@Table(schema = "madoguchi", name = "sequence_flow")
public class TakenFlow {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sequence_flow")
  @SequenceGenerator(
      name = "sequence_flow",
      schema = "madoguchi",
      sequenceName = "sequence_flow_seq",
      allocationSize = 500)
  private long id;

  @Column(name = "reception_number")
  private String receptionNumber;

  @Column(name = "process_instance")
  private String processInstance;

  private String definition;

  private String flow;

  @Column(name = "taken_at")
  private Instant takenAt;

  protected TakenFlow() {}

  TakenFlow(Taken taken, Instant at) {
    this.receptionNumber = taken.receptionNumber();
    this.processInstance = taken.processInstance();
    this.definition = taken.definition();
    this.flow = taken.flow();
    this.takenAt = at;
  }

  Taken taken() {
    return new Taken(receptionNumber, processInstance, definition, flow);
  }
}
