package dev.lacuna.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.config.ConfigurationException;
import dev.lacuna.engine.Dialect;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class DeclarationsPropertyTest {

  private static final List<String> PARTS =
      List.of(
          "ALTER",
          "TABLE",
          "only",
          "app",
          ".",
          "users",
          "ADD",
          "COLUMN",
          "\"Nick name\"",
          "double",
          "precision",
          "DEFAULT",
          "'it''s'",
          "::",
          "text",
          "NOT",
          "NULL",
          ",",
          "add",
          "mood",
          "app",
          ".",
          "mood",
          "[",
          "]");

  /** Blanks and comments change nothing, wherever they stand. */
  @Property(tries = 200)
  void alterTable_anyGaps_readsTheSame(@ForAll("gaps") @Size(25) List<String> gaps)
      throws SQLException {
    StringBuilder sql = new StringBuilder();
    for (int i = 0; i < PARTS.size(); i++) {
      sql.append(gaps.get(i)).append(PARTS.get(i));
    }

    List<DeclaredColumn> read =
        AlterTable.read(new Statement("x", 1, sql.toString()), Dialect.POSTGRESQL);

    assertThat(read)
        .extracting(DeclaredColumn::qualifiedName)
        .containsExactly("app.users.Nick name", "app.users.mood");
    assertThat(read.get(0).isDefinedAs(parsed("double precision default 'it''s'::text not null")))
        .isTrue();
    assertThat(read.get(1).isDefinedAs(parsed("app.mood[]"))).isTrue();
  }

  /** Whatever a file holds: it is read, or refused with an error of ours. */
  @Property(tries = 2000)
  void file_anyText_isReadOrRefused(@ForAll("texts") String text, @ForAll Dialect dialect) {
    List<DeclaredColumn> read = new ArrayList<>();
    try {
      for (Statement statement : Script.alters(new Resource("x", text), dialect)) {
        read.addAll(AlterTable.read(statement, dialect));
      }
      read.addAll(InlineColumns.read(text, dialect));
    } catch (ConfigurationException refused) {
      assertThat(refused.getMessage()).contains("\nWhy: ").contains("\nInstead: ");
    }
    assertThat(read).allSatisfy(column -> assertThat(column.type()).isNotBlank());
  }

  private static DeclaredColumn parsed(String definition) throws SQLException {
    return Declared.inline("t.c " + definition).all().get(0);
  }

  @Provide
  Arbitrary<List<String>> gaps() {
    return Arbitraries.of(" ", "\n", "\r\n\t", " -- x'\n", "/* ' */", "/* /* ( */ */ ")
        .list()
        .ofSize(25);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> part =
        Arbitraries.of(
            "ALTER TABLE ",
            "users ",
            "ADD ",
            "COLUMN ",
            "nickname ",
            "text ",
            "varchar(40) ",
            "NOT NULL ",
            "DEFAULT ",
            "'x' ",
            "(",
            ")",
            "[",
            "]",
            "{",
            ",",
            ";",
            ".",
            "'",
            "\"",
            "$$",
            "`",
            "--",
            "\n",
            "/*",
            "*/",
            "\\",
            "CASE ",
            "END ",
            "REFERENCES ",
            "U&\"x\" ",
            "COPY t FROM STDIN",
            "\\.",
            "?",
            "::",
            "1",
            "IF NOT EXISTS ",
            "users.nickname text ");
    return part.list().ofMaxSize(25).map(parts -> String.join("", parts));
  }
}
