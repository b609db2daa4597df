package dev.lacuna.cli.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LiquibaseScriptsTest {

  private static List<Script> read(Engine engine, String text) {
    return LiquibaseScripts.read(new SqlFile(null, "x.sql", text), engine, Map.of("given", "g"));
  }

  /** Each statement with the line of its first word, and a mark where it is in a transaction. */
  private static Stream<String> statements(List<Script> scripts) {
    return scripts.stream()
        .flatMap(
            script ->
                script.pieces().stream()
                    .map(
                        piece -> {
                          int at = piece.sql().length() - piece.sql().stripLeading().length();
                          String mark = script.inTransaction() ? " " : "! ";
                          return piece.lineOf(at) + mark + piece.sql().strip();
                        }));
  }

  @Test
  void firstLine_saysIt() {
    assertThat(LiquibaseScripts.isOne(new SqlFile(null, "", "\n-- liquibase formatted sql\n")))
        .isTrue();
    assertThat(LiquibaseScripts.isOne(new SqlFile(null, "", "--Liquibase Formatted SQL x:y")))
        .isTrue();
    assertThat(LiquibaseScripts.isOne(new SqlFile(null, "", "-- a\n--liquibase formatted sql")))
        .isFalse();
  }

  @Test
  void changesets_areScripts_inTheirPlaces() {
    List<Script> scripts =
        read(
            Engine.POSTGRESQL,
            """
            --liquibase formatted sql
            --changeset ada:1
            --comment: first; of all
            ALTER TABLE a ADD n int;
            -- lacuna:allow drop-table
            DROP TABLE b;
            --rollback ALTER TABLE a DROP n; DROP TABLE c;
            /* liquibase rollback
            DROP TABLE d;
            */
            --changeset ada:2 runInTransaction:false
            --preconditions onFail:MARK_RAN
            --precondition-sql-check expectedResult:0 SELECT count(*) FROM e;
            CREATE INDEX CONCURRENTLY i ON a (n);
            """);

    assertThat(scripts).hasSize(2);
    assertThat(statements(scripts))
        .containsExactly(
            "4 ALTER TABLE a ADD n int",
            "5 -- lacuna:allow drop-table\nDROP TABLE b",
            "14! CREATE INDEX CONCURRENTLY i ON a (n)");
  }

  @Test
  void otherEngines_andIgnored_areLeftOut() {
    String text =
        """
        --liquibase formatted sql
        --changeset a:1 dbms:mysql,mariadb
        DROP TABLE my;
        --changeset a:2 dbms:postgresql
        DROP TABLE pg;
        --changeset a:3 dbms:!mysql
        DROP TABLE notmy;
        --changeset a:4 ignore:true
        DROP TABLE never;
        --changeset a:5
        DROP TABLE all1;
        """;

    assertThat(statements(read(Engine.POSTGRESQL, text)))
        .containsExactly("5 DROP TABLE pg", "7 DROP TABLE notmy", "11 DROP TABLE all1");
    assertThat(statements(read(Engine.MYSQL, text)))
        .containsExactly("3 DROP TABLE my", "11 DROP TABLE all1");
  }

  @Test
  void delimiters_areTheChangesets() {
    assertThat(
            statements(
                read(
                    Engine.MYSQL,
                    """
                    --liquibase formatted sql
                    --changeset a:1 endDelimiter://
                    CREATE PROCEDURE p() BEGIN DROP TABLE x; END//
                    DROP TABLE a//
                    --changeset a:2 endDelimiter:\\nGO
                    DROP TABLE b;
                    GO
                    DROP TABLE go_on
                    go
                    --changeset a:3 splitStatements:false
                    DROP TABLE c; DROP TABLE d;
                    """)))
        .containsExactly(
            "3 CREATE PROCEDURE p() BEGIN DROP TABLE x; END",
            "4 DROP TABLE a",
            "6 DROP TABLE b;",
            "8 DROP TABLE go_on",
            "11 DROP TABLE c; DROP TABLE d;");
  }

  @Test
  void properties_areReplaced_theFirstOneCounts() {
    assertThat(
            statements(
                read(
                    Engine.POSTGRESQL,
                    """
                    --liquibase formatted sql
                    --property name:tbl value:users
                    --property name:tbl value:others
                    --property name:given value:other
                    --property name:my value:x dbms:mysql
                    --changeset a:1
                    DROP TABLE ${tbl}; DROP TABLE ${given}; DROP TABLE "${my}";
                    """)))
        .containsExactly("7 DROP TABLE users", "7 DROP TABLE g", "7 DROP TABLE \"${my}\"");
  }

  @Test
  void ignoredLines_areLeftOut() {
    assertThat(
            statements(
                read(
                    Engine.POSTGRESQL,
                    """
                    --liquibase formatted sql
                    --changeset a:1
                    DROP TABLE a;
                    --ignoreLines:1
                    DROP TABLE b;
                    --ignoreLines:start
                    DROP TABLE c;
                    --ignoreLines:end
                    DROP TABLE d;
                    """)))
        .containsExactly("3 DROP TABLE a", "9 DROP TABLE d");
  }

  @Test
  void whatStandsBeforeTheFirstChangeset_isNotLost() {
    assertThat(
            statements(
                read(
                    Engine.POSTGRESQL,
                    "--liquibase formatted sql\nDROP TABLE a;\n--changeset a:1\nDROP TABLE b;")))
        .containsExactly("2 DROP TABLE a", "4 DROP TABLE b");
  }
}
