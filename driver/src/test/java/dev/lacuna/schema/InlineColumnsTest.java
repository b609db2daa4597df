package dev.lacuna.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.config.ConfigurationException;
import dev.lacuna.engine.Dialect;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InlineColumnsTest {

  @Test
  void columns_severalDeclarations_areRead() throws SQLException {
    assertThat(
            Declared.inline(
                    "users.nickname varchar(40);\n"
                        + " billing.invoices.discount numeric(10,2) not null default 0;")
                .all())
        .containsExactly(
            new DeclaredColumn(
                null,
                "users",
                "nickname",
                "nickname",
                "varchar(40)",
                false,
                null,
                new ColumnPosition.Last(),
                new Origin("lacuna.columns", 1)),
            new DeclaredColumn(
                "billing",
                "invoices",
                "discount",
                "discount",
                "numeric(10,2)",
                true,
                "0",
                new ColumnPosition.Last(),
                new Origin("lacuna.columns", 2)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", ";", " ; ;", "-- nothing"})
  void columns_empty_declareNothing(String columns) throws SQLException {
    assertThat(Declared.inline(columns).isEmpty()).isTrue();
  }

  @Test
  void columns_semicolonInQuotesOrParentheses_doesNotSeparate() throws SQLException {
    assertThat(
            Declared.inline(
                    "t.a text default ';'; t.b text default $x$;$x$; t.c text check (c <> ';');"
                        + " t.\"d;\" text /* ; */")
                .all())
        .extracting(DeclaredColumn::column)
        .containsExactly("a", "b", "c", "d;");
  }

  @ParameterizedTest
  @CsvSource({
    "Users.NickName text, users, nickname",
    "\"Users\".\"Nick\"\"Name\" text, Users, Nick\"Name",
  })
  void columns_names_areNormalised(String declaration, String table, String column)
      throws SQLException {
    DeclaredColumn read = Declared.inline(declaration).all().get(0);

    assertThat(read.table()).isEqualTo(table);
    assertThat(read.column()).isEqualTo(column);
  }

  @Test
  void columns_threeNamesOfATable_lastTwoCount() throws SQLException {
    assertThat(Declared.inline("shop.public.users.nickname text").all())
        .extracting(DeclaredColumn::qualifiedName)
        .containsExactly("public.users.nickname");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "varchar(40)",
        "VARCHAR (40)",
        "double precision",
        "character varying(40)",
        "national character varying(40)",
        "bit varying(3)",
        "timestamp(3) with time zone",
        "time without time zone",
        "interval day to second(3)",
        "numeric(10, 2)",
        "int[]",
        "int[3][]",
        "int array[4]",
        "\"My Enum\"",
        "app.mood",
        "app.\"Mood\"[]",
        "geometry(Point, 4326)",
        "int unsigned zerofill",
        "enum('a', 'b')",
        "year",
      })
  void type_anyForm_isKeptAsDeclared(String type) throws SQLException {
    DeclaredColumn alone = Declared.inline("t.c " + type).all().get(0);
    DeclaredColumn withMore = Declared.inline("t.c " + type + " null default 1").all().get(0);

    assertThat(alone.type()).isEqualTo(type);
    assertThat(withMore.type()).isEqualTo(type);
    assertThat(withMore.defaultExpression()).isEqualTo("1");
  }

  @Test
  void type_blanksAndComments_becomeOneBlank() throws SQLException {
    assertThat(Declared.inline("t.c double  -- sic\n\t/* */ precision").all().get(0).type())
        .isEqualTo("double precision");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'new'",
        "'it''s; not (over, yet'",
        "0",
        "-1.5e3",
        "1 + 2 * 3",
        "true",
        "now()",
        "CURRENT_TIMESTAMP(3)",
        "CAST('x' AS text)",
        "'{}'::jsonb",
        "'x'::character varying(40)",
        "'x'::comment",
        "'2020-01-01'::timestamp(3) with time zone",
        "ARRAY[1, 2]::int[]",
        "interval '1' day",
        "date '2020-01-01'",
        "(now() AT TIME ZONE 'utc')",
        "CASE WHEN 1 IS NOT NULL THEN 'not null' ELSE NULL END",
        "app.unset('x')",
        "E'a\\'b'",
        "$$it's$$",
        "B'101'",
        "'a' || 'b'",
        "(SELECT 1)",
      })
  void default_anyExpression_isKeptAsWritten(String expression) throws SQLException {
    String start = "t.c text default " + expression;

    for (String after : new String[] {"", " not null", " check (c <> '')", " unique", " null"}) {
      assertThat(Declared.inline(start + after).all().get(0).defaultExpression())
          .isEqualTo(expression);
    }
  }

  @Test
  void default_stringInTwoLines_staysInTwoLines() throws SQLException {
    assertThat(Declared.inline("t.c text default 'a' -- first\n\n 'b'").all().get(0))
        .extracting(DeclaredColumn::defaultExpression)
        .isEqualTo("'a'\n'b'");
  }

  @Test
  void default_null_isNone() throws SQLException {
    DeclaredColumn column = Declared.inline("t.c text default null").all().get(0);

    assertThat(column.defaultExpression()).isNull();
    assertThat(column.defaultOrNull()).isEqualTo("NULL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NOT NULL DEFAULT 'x'",
        "DEFAULT 'x' NOT NULL",
        "CONSTRAINT filled NOT NULL CONSTRAINT preset DEFAULT 'x'",
        "COLLATE \"de_DE\" DEFAULT 'x' NOT NULL CHECK (c <> '' AND c IS NOT NULL) NO INHERIT",
        "UNIQUE NULLS NOT DISTINCT DEFAULT 'x' NOT NULL",
        "DEFAULT 'x' PRIMARY KEY USING INDEX TABLESPACE fast",
        "REFERENCES app.moods (id) MATCH FULL ON DELETE SET NULL ON UPDATE SET DEFAULT"
            + " DEFERRABLE INITIALLY DEFERRED NOT NULL DEFAULT 'x'",
        "DEFAULT 'x' REFERENCES moods ON DELETE NO ACTION ON UPDATE CASCADE NOT DEFERRABLE NOT NULL",
        "STORAGE EXTERNAL COMPRESSION lz4 DEFAULT 'x' NOT NULL",
        "COLLATE pg_catalog.\"C\" NOT NULL DEFAULT 'x' CONSTRAINT c CHECK (c <> '') NOT ENFORCED",
        "COMMENT 'NOT NULL' DEFAULT 'x' NOT NULL",
      })
  void clauses_anyOrder_areRead(String clauses) throws SQLException {
    DeclaredColumn column = Declared.inline("t.c text " + clauses).all().get(0);

    assertThat(column.type()).isEqualTo("text");
    assertThat(column.notNull()).isTrue();
    assertThat(column.defaultExpression()).isEqualTo("'x'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "`Users`.`Nick` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin AFTER `Name`"
            + "|varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
        "Users.Nick varchar(40) CHARSET utf8mb4 COMMENT 'the; nick' VISIBLE AFTER name"
            + "|varchar(40) CHARSET utf8mb4",
      })
  void clauses_mysql_areRead(String declaration, String type) throws SQLException {
    assertThat(Declared.read(null, declaration, Dialect.MYSQL, getClass().getClassLoader()).all())
        .containsExactly(
            new DeclaredColumn(
                null,
                "Users",
                "nick",
                "Nick",
                type,
                false,
                null,
                new ColumnPosition.After("name"),
                new Origin("lacuna.columns", 1)));
  }

  @Test
  void default_mysqlOnUpdate_isNoPartOfIt() throws SQLException {
    DeclaredColumn column =
        Declared.read(
                null,
                "t.c timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE"
                    + " CURRENT_TIMESTAMP(3) FIRST",
                Dialect.MYSQL,
                getClass().getClassLoader())
            .all()
            .get(0);

    assertThat(column.defaultExpression()).isEqualTo("CURRENT_TIMESTAMP(3)");
    assertThat(column.position()).isEqualTo(new ColumnPosition.First());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "users | a dot and the column's name | the end",
        "users.nickname | a type | the end",
        "users.nickname not null | a type | not",
        "users.nickname varchar 40 | a clause such as NOT NULL or DEFAULT | 40",
        "users.nickname int default 0 NOTNULL | a clause such as NOT NULL or DEFAULT | NOTNULL",
        "users.nickname int default | an expression after DEFAULT | the end",
        "users.nickname int, users.mood text | a semicolon before the next declaration | ,",
        "ALTER TABLE users ADD nickname text | a dot and the column's name | TABLE",
        "'users'.nickname text | a table's name | 'users'",
      })
  void columns_unreadable_saysWhatIsExpected(String columns, String expected, String found) {
    assertThatThrownBy(() -> Declared.inline("t.a int;\n" + columns))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            """
            Cannot read the declaration at lacuna.columns:2
            Why: expected %s, found %s.
            Instead: write it as the database takes it, such as ALTER TABLE users ADD COLUMN \
            nickname varchar(40) in a file, or users.nickname varchar(40) in lacuna.columns."""
                .formatted(expected, found));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "users.nickname varchar(40",
        "users.nickname text default 'x",
        "users.nickname text)"
      })
  void columns_unclosed_areRefused(String columns) {
    assertThatThrownBy(() -> Declared.inline(columns))
        .isInstanceOf(ConfigurationException.class)
        .message()
        .startsWith(
            """
            Cannot read the declaration at lacuna.columns:1
            Why: a parenthesis or quote in it does not close, or a name is written as U&"…".
            """);
  }

  @Test
  void default_questionMark_isRefused() {
    assertThatThrownBy(() -> Declared.inline("t.c bool default ('{}'::jsonb ? 'a')"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            """
            Cannot read the DEFAULT at lacuna.columns:1
            Why: a question mark in it would be a parameter to JDBC.
            Instead: call the operator's function, such as jsonb_exists(…).""");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text NOT NULL",
        "text NOT NULL DEFAULT NULL",
        "int PRIMARY KEY",
        "text CHECK (nickname <> '') NOT NULL UNIQUE",
      })
  void notNull_withoutDefault_isRefusedByName(String definition) {
    assertThatThrownBy(() -> Declared.inline("app.users.nickname " + definition))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            """
            app.users.nickname is declared NOT NULL without a DEFAULT at lacuna.columns:1
            Why: while the column is missing, there is no value to show.
            Instead: give it a DEFAULT, or declare it without NOT NULL.""");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bigserial | bigserial",
        "Serial NOT NULL | Serial",
        "int GENERATED BY DEFAULT AS IDENTITY (START 7) | GENERATED BY DEFAULT AS IDENTITY",
        "int GENERATED ALWAYS AS IDENTITY PRIMARY KEY | GENERATED ALWAYS AS IDENTITY",
        "int GENERATED ALWAYS AS (a + b) STORED | GENERATED ALWAYS AS (a + b)",
        "int NOT NULL AUTO_INCREMENT | AUTO_INCREMENT",
        "int AS (a + b) | AS (a + b)",
        "int NOT NULL DEFAULT nextval('ids') | DEFAULT nextval",
      })
  void value_ofItsOwnInEachRow_isRefusedByName(String definition, String named) {
    assertThatThrownBy(() -> Declared.inline("users.id " + definition))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            """
            users.id is declared %s at lacuna.columns:1
            Why: each row would have a value of its own: while the column is missing, there is no \
            single value to show.
            Instead: declare it as a plain column, with a constant DEFAULT if it is NOT NULL, or \
            leave it out of what Lacuna reads."""
                .formatted(named));
  }
}
