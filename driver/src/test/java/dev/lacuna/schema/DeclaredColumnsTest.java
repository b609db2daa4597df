package dev.lacuna.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclaredColumnsTest {

  @Test
  void lookUp_byColumnAndTable_findsAll() throws SQLException {
    DeclaredColumns columns =
        Declared.inline("users.mood int; app.users.mood text; orders.note text; users.note text");

    assertThat(names(columns.named("mood"))).containsExactly("users.mood", "app.users.mood");
    assertThat(names(columns.ofTablesNamed("users")))
        .containsExactly("users.mood", "app.users.mood", "users.note");
    assertThat(names(columns.ofTable(null, "users"))).containsExactly("users.mood", "users.note");
    assertThat(names(columns.ofTable("app", "users"))).containsExactly("app.users.mood");
    assertThat(columns.columnNames()).containsExactlyInAnyOrder("mood", "note");
    assertThat(columns.tableNames()).containsExactlyInAnyOrder("users", "orders");
  }

  @Test
  void lookUp_unknown_findsNone() {
    assertThat(DeclaredColumns.NONE.isEmpty()).isTrue();
    assertThat(DeclaredColumns.NONE.named("mood")).isEmpty();
    assertThat(DeclaredColumns.NONE.ofTablesNamed("users")).isEmpty();
    assertThat(DeclaredColumns.NONE.ofTable(null, "users")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "varchar(40) | VARCHAR ( 40 )",
        "text not null default 'x' | TEXT DEFAULT 'x' NOT NULL",
        "text default null | text",
        "int default 1+1 | int default 1 + 1 check (c > 0)",
      })
  void of_sameTwice_firstCounts(String one, String other) throws SQLException {
    assertThat(Declared.inline("t.c " + one + ";\nt.c " + other).all())
        .extracting(column -> column.origin().line())
        .containsExactly(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "varchar(40) | varchar(41)",
        "text default 'x' | text default 'X'",
        "text default 'x' | text default 'x' not null",
        "text | text default ''",
        "\"Mood\" | \"mood\"",
      })
  void of_differentTwice_isRefused(String one, String other) {
    assertThatThrownBy(() -> Declared.inline("t.c " + one + "; t.c " + other))
        .message()
        .startsWith("t.c is declared in two ways: ");
  }

  @Test
  void toString_columns_areNamed() throws SQLException {
    assertThat(Declared.inline("users.mood int; app.users.mood text"))
        .hasToString("[users.mood, app.users.mood]");
  }

  private static List<String> names(List<DeclaredColumn> columns) {
    return columns.stream().map(DeclaredColumn::qualifiedName).toList();
  }
}
