package dev.lacuna.ddl.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Dialect;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotesTest {

  private static List<Notes> notes(String script) {
    return DdlScript.read(script, Dialect.POSTGRESQL).stream().map(Ddl::notes).toList();
  }

  @Test
  void comment_beforeTheStatement_isItsNotes() {
    assertThat(
            notes(
                """
                -- lacuna: reason=region for the tax report approved-by=Ada Lovelace commit=9f2c1e
                ALTER TABLE orders ADD COLUMN region text;
                ALTER TABLE orders ADD COLUMN other text;
                """))
        .containsExactly(
            new Notes("region for the tax report", "Ada Lovelace", "9f2c1e"), Notes.NONE);
  }

  @Test
  void comments_addUp_theLastOneCounts() {
    assertThat(
            notes(
                """
                -- lacuna: reason="one, two" commit='a b'
                -- lacuna:allow drop-column
                /* lacuna: approved-by=bob */ -- lacuna: commit=2
                DROP TABLE /* lacuna: reason=other */ orders\
                """))
        .containsExactly(new Notes("other", "bob", "2"));
  }

  @Test
  void commentOfOtherContent_isNone() {
    assertThat(notes("-- reason=no mark\n-- lacuna: no key\nDROP TABLE a; DROP TABLE b"))
        .containsExactly(Notes.NONE, Notes.NONE);
    assertThat(notes("-- lacuna: reason= commit=\nDROP TABLE a")).containsExactly(Notes.NONE);
  }

  @Test
  void applicationName_mayHoldThem() {
    assertThat(Notes.of("flyway commit=abc reason=nightly run"))
        .isEqualTo(new Notes("nightly run", null, "abc"));
    assertThat(Notes.of("precommit=abc")).isEqualTo(Notes.NONE);
    assertThat(Notes.of(null)).isEqualTo(Notes.NONE);
  }

  @Test
  void or_fillsWhatIsNotNoted() {
    assertThat(new Notes("r", null, null).or(new Notes("x", "a", null)))
        .isEqualTo(new Notes("r", "a", null));
  }
}
