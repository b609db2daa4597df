package dev.lacuna.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.lacuna.config.ConfigurationException;
import dev.lacuna.engine.Dialect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from the text of a migration file. */
class MigrationFileTest {

  @TempDir private Path directory;
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = directory.resolve("V1.sql");
  }

  @Test
  void file_manyStatements_alterTablesCount() throws Exception {
    assertThat(
            read(
                """
                -- ALTER TABLE users ADD COLUMN commented text;
                /* ALTER TABLE users ADD COLUMN commented /* nested */ text; */
                BEGIN;
                CREATE TABLE users (id int PRIMARY KEY, "ADD" text);
                INSERT INTO log VALUES ('ALTER TABLE users ADD COLUMN quoted text;');
                CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $body$
                BEGIN
                  ALTER TABLE users ADD COLUMN in_a_function text;
                END $body$;
                DO $$ BEGIN ALTER TABLE users ADD COLUMN in_a_block text; END $$;
                alter table users add column nickname varchar(40);
                ALTER INDEX users_pkey RENAME TO users_key;
                ALTER TABLE users ADD COLUMN mood app.mood DEFAULT 'calm'; COMMIT;
                ALTER TABLE users ALTER COLUMN mood SET NOT NULL
                """))
        .extracting(DeclaredColumn::qualifiedName, column -> column.origin().line())
        .containsExactly(tuple("users.nickname", 11), tuple("users.mood", 13));
  }

  @Test
  void alterTable_severalActions_columnsCount() throws Exception {
    assertThat(
            read(
                """
                ALTER TABLE IF EXISTS ONLY "Billing".Invoices *
                  ADD COLUMN IF NOT EXISTS discount numeric(10,2) NOT NULL DEFAULT 0,
                  DROP COLUMN old,
                  ADD CONSTRAINT positive CHECK (discount >= 0),
                  ADD note text CONSTRAINT short CHECK (length(note) < 9),
                  ADD CHECK (note <> ''), ADD PRIMARY KEY (id), ADD UNIQUE (note),
                  ADD FOREIGN KEY (note) REFERENCES notes (id),
                  ADD EXCLUDE USING gist (span WITH &&),
                  ADD NOT NULL note,
                  ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY,
                  ALTER COLUMN note SET DEFAULT 'x', ALTER note TYPE varchar(3),
                  ADD COLUMN "Last One" timestamptz;
                """))
        .extracting(DeclaredColumn::qualifiedName, column -> column.origin().line())
        .containsExactly(
            tuple("Billing.invoices.discount", 2),
            tuple("Billing.invoices.note", 5),
            tuple("Billing.invoices.Last One", 12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"key", "index", "partition", "exclude", "if", "period"})
  void alterTable_columnNamedByAWordOfMysql_isAColumn(String name) throws Exception {
    assertThat(read("ALTER TABLE users ADD " + name + " varchar(40)"))
        .extracting(DeclaredColumn::column)
        .containsExactly(name);
  }

  @Test
  void alterTable_mysql_isReadByItsRules() throws Exception {
    write(
        """
        # ALTER TABLE t ADD COLUMN commented int;
        ALTER TABLE `Shop`.`Users` ADD (`Nick` varchar(40) DEFAULT 'it\\'s', mood int,
            INDEX by_mood (mood)),
          ADD COLUMN (a int, b int), ADD INDEX i (a), ADD KEY k (a), ADD FULLTEXT INDEX f (a),
          ADD SPATIAL KEY s (a), ADD PARTITION (PARTITION p3 VALUES LESS THAN (9)),
          ALGORITHM=INSTANT, LOCK=NONE;
        ALTER ONLINE TABLE users WAIT 5 ADD COLUMN c int unsigned AFTER b;
        """);

    assertThat(Declared.migrations(file, Dialect.MYSQL).all())
        .extracting(DeclaredColumn::qualifiedName)
        .containsExactly(
            "Shop.Users.nick", "Shop.Users.mood", "Shop.Users.a", "Shop.Users.b", "users.c");
  }

  @Test
  void file_forLiquibase_itsOwnLinesAreComments() throws Exception {
    write(
        """
        --liquibase formatted sql

        --changeset ada:1 context:"it's"
        ALTER TABLE users ADD COLUMN nickname varchar(40);
        --rollback ALTER TABLE users DROP COLUMN nickname;
        """);

    for (Dialect dialect : Dialect.values()) {
      assertThat(Declared.migrations(file, dialect).all())
          .as(dialect.name())
          .extracting(DeclaredColumn::qualifiedName, column -> column.origin().line())
          .containsExactly(tuple("users.nickname", 4));
    }
  }

  @Test
  void file_forPsql_metaCommandsAndDataArePassedOver() throws Exception {
    assertThat(
            read(
                """
                \\echo it's a "dump"
                \\set ON_ERROR_STOP on
                COPY notes (id, text) FROM stdin WITH (FORMAT text);
                1\tit's; ALTER TABLE users ADD COLUMN data text;
                2\t$$ /* "
                \\.

                ALTER TABLE users ADD COLUMN nickname text;
                SELECT 'x' \\gexec
                ALTER TABLE users ADD COLUMN mood text;
                COPY notes FROM stdin;
                \\.
                ALTER TABLE users ADD COLUMN last text;
                """))
        .extracting(DeclaredColumn::column, column -> column.origin().line())
        .containsExactly(tuple("nickname", 8), tuple("mood", 10), tuple("last", 13));
  }

  @Test
  void file_byteOrderMarkAndWindowsLines_areRead() throws Exception {
    assertThat(
            read("\uFEFFALTER TABLE users\r\n  ADD COLUMN grüße text,\r\n  ADD COLUMN mood text;"))
        .extracting(DeclaredColumn::column, column -> column.origin().line())
        .containsExactly(tuple("grüße", 2), tuple("mood", 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " \n", "-- nothing", "SELECT 1", "ALTER TABLE users RENAME TO people"})
  void file_withoutDeclaration_isFine(String text) throws Exception {
    assertThat(read(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "ALTER TABLE ${schema}.users ADD COLUMN nickname text | a table's name | $",
        "ALTER TABLE users ADD COLUMN nickname | a type | the end",
        "ALTER TABLE users ADD COLUMN nickname DEFAULT 'x' | a type | DEFAULT",
        "ALTER TABLE users ADD COLUMN 'nickname' text | a column's name | 'nickname'",
        "ALTER TABLE users ADD COLUMN a int ADD COLUMN b int | a clause such as NOT NULL or DEFAULT"
            + " | ADD",
        "ALTER TABLE users ENGINE=InnoDB ADD COLUMN b int | a comma | ADD",
      })
  void declaration_unreadable_namesFileAndLine(String statement, String expected, String found)
      throws Exception {
    write("SELECT 1;\n\n" + statement + ";\n");

    assertThatThrownBy(() -> Declared.migrations(file, Dialect.POSTGRESQL))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            """
            Cannot read the declaration at file:%s:3
            Why: expected %s, found %s.
            Instead: write it as the database takes it, such as ALTER TABLE users ADD COLUMN \
            nickname varchar(40) in a file, or users.nickname varchar(40) in lacuna.columns.\
            """
                .formatted(file, expected, found));
  }

  @Test
  void declaration_notNullWithoutDefault_namesColumnFileAndLine() throws Exception {
    write("ALTER TABLE users\n  ADD COLUMN mood text,\n  ADD COLUMN nickname text NOT NULL;");

    assertThatThrownBy(() -> Declared.migrations(file, Dialect.POSTGRESQL))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            """
            users.nickname is declared NOT NULL without a DEFAULT at file:%s:3
            Why: while the column is missing, there is no value to show.
            Instead: give it a DEFAULT, or declare it without NOT NULL.\
            """
                .formatted(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'it", "$$ it", "/* it", "\"it"})
  void file_unclosedQuote_isRefused(String unclosed) throws Exception {
    write("SELECT 1;\nSELECT " + unclosed + ";\nALTER TABLE users ADD COLUMN nickname text;\n");

    assertThatThrownBy(() -> Declared.migrations(file, Dialect.POSTGRESQL))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            """
            Cannot read file:%s beyond line 2
            Why: a quote or comment opens there and does not close; declarations behind it would \
            be lost.
            Instead: close it.\
            """
                .formatted(file));
  }

  @Test
  void file_notUtf8_isRefused() throws IOException {
    Files.write(file, "-- grüße".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> Declared.migrations(file, Dialect.POSTGRESQL))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            """
            Cannot read file:%s
            Why: it is not UTF-8 text.
            Instead: save it as UTF-8, or leave it out of lacuna.migrations.\
            """
                .formatted(file));
  }

  private List<DeclaredColumn> read(String text) throws IOException, SQLException {
    write(text);
    return Declared.migrations(file, Dialect.POSTGRESQL).all();
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text);
  }
}
