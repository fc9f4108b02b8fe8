package jp.madoguchi.staff.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import jp.madoguchi.staff.Draft;

/** One page's draft of one login. */
@Entity
@Table(schema = "madoguchi", name = "draft")
@IdClass(DraftRow.Key.class)
public class DraftRow {

  /** Whose, and of which page. */
  public static class Key implements Serializable {
    private static final long serialVersionUID = 1;

    private String login;
    private String page;

    public Key() {}

    public Key(String login, String page) {
      this.login = login;
      this.page = page;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.login.equals(login) && key.page.equals(page);
    }

    @Override
    public int hashCode() {
      return 31 * login.hashCode() + page.hashCode();
    }
  }

  @Id private String login;
  @Id private String page;

  @Column(name = "content")
  private String content;

  private Instant at;

  protected DraftRow() {}

  DraftRow(String login, String page) {
    this.login = login;
    this.page = page;
  }

  void write(String newContent, Instant now) {
    content = newContent;
    at = now;
  }

  Draft draft() {
    return new Draft(page, content, at);
  }
}
