package dev.lacuna.cli.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Dialect;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SplitterTest {

  private static List<String> postgresql(String text) {
    return pieces(Splitter.split(text, 1, Dialect.POSTGRESQL));
  }

  private static List<String> mysql(String text) {
    return pieces(Splitter.split(text, 1, Dialect.MYSQL));
  }

  /** Each with the line of its first character that is no blank. */
  private static List<String> pieces(List<Piece> pieces) {
    return pieces.stream()
        .map(
            piece -> {
              int blanks = piece.sql().length() - piece.sql().stripLeading().length();
              return piece.lineOf(blanks) + " " + piece.sql().strip();
            })
        .toList();
  }

  @Test
  void semicolons_split_butNotInStringsCommentsAndParentheses() {
    assertThat(
            postgresql(
                """
                INSERT INTO t VALUES ('a;b', $x$;$x$); /* ; */
                -- c;
                CREATE RULE r AS ON INSERT TO t DO (DELETE FROM a; DELETE FROM b);

                ALTER TABLE t
                  ADD n int\
                """))
        .containsExactly(
            "1 INSERT INTO t VALUES ('a;b', $x$;$x$)",
            "1 /* ; */\n-- c;\nCREATE RULE r AS ON INSERT TO t DO (DELETE FROM a; DELETE FROM b)",
            "5 ALTER TABLE t\n  ADD n int");
  }

  @Test
  void emptyStatements_andComments_areNone() {
    assertThat(postgresql(";; -- nothing\n;\n/* at all */")).isEmpty();
    assertThat(postgresql("")).isEmpty();
  }

  @Test
  void unclosedString_isTheRest() {
    assertThat(postgresql("SELECT 1;\nALTER TABLE t ADD c text DEFAULT 'it;\nDROP TABLE t;"))
        .containsExactly("1 SELECT 1", "2 ALTER TABLE t ADD c text DEFAULT 'it;\nDROP TABLE t;");
  }

  @Test
  void unclosedParenthesis_endsWithItsStatement() {
    assertThat(postgresql("CREATE TABLE t (id int;\nDROP TABLE u;"))
        .containsExactly("1 CREATE TABLE t (id int", "2 DROP TABLE u");
  }

  @Test
  void psql_metaCommandsAndCopiedData_arePassedOver() {
    assertThat(
            postgresql(
                """
                \\connect shop
                COPY t (a) FROM stdin;
                it's; DROP TABLE t;
                \\.
                ALTER TABLE t ADD n int;
                \\echo 'done
                DROP TABLE u;
                """))
        .containsExactly("2 COPY t (a) FROM stdin", "5 ALTER TABLE t ADD n int", "7 DROP TABLE u");
  }

  @Test
  void mysql_delimiter_holdsUntilTheNext() {
    assertThat(
            mysql(
                """
                DROP TABLE a;
                DELIMITER $$
                CREATE PROCEDURE p() BEGIN DROP TABLE b; SELECT '$$'; END$$
                -- it's $$
                DROP TABLE c $$
                delimiter ;
                DROP TABLE d;
                """))
        .containsExactly(
            "1 DROP TABLE a",
            "3 CREATE PROCEDURE p() BEGIN DROP TABLE b; SELECT '$$'; END",
            "4 -- it's $$\nDROP TABLE c",
            "7 DROP TABLE d");
  }

  @Test
  void mysql_delimiterWithoutOne_isNotLost() {
    assertThat(mysql("DELIMITER\nDROP TABLE a;")).containsExactly("1 DELIMITER\nDROP TABLE a;");
  }

  @Test
  void routines_endWithTheirBlock() {
    assertThat(
            mysql(
                """
                CREATE DEFINER=`me`@`%` PROCEDURE p(x int)
                BEGIN
                  IF x > 1 THEN SELECT CASE x WHEN 2 THEN 1 END; END IF;
                  CASE x WHEN 3 THEN SELECT 1; ELSE BEGIN END; END CASE;
                  WHILE x DO SET x = 0; END WHILE;
                END;
                DROP TABLE a;
                CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW SET NEW.b = 1;
                DROP TABLE b;
                """))
        .hasSize(4)
        .element(1)
        .isEqualTo("7 DROP TABLE a");
    assertThat(
            postgresql(
                """
                CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END;
                DROP TABLE a;
                """))
        .element(1)
        .isEqualTo("2 DROP TABLE a");
  }

  @Test
  void columnsNamedLikeBlocks_areNone() {
    assertThat(
            mysql("CREATE TABLE t (begin int, `end` int);\nALTER TABLE t ADD begin int;\nSELECT 1"))
        .hasSize(3);
  }

  @Test
  void ownDelimiter_splitsOutsideOfStrings() {
    assertThat(
            pieces(
                Splitter.split(
                    "DROP TABLE a; -- //\nSELECT '//'//\n\nDROP TABLE b",
                    10,
                    Dialect.POSTGRESQL,
                    Pattern.compile("//"))))
        .containsExactly("10 DROP TABLE a; -- //\nSELECT '//'", "13 DROP TABLE b");
  }
}
