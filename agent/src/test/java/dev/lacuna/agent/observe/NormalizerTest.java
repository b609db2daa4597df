package dev.lacuna.agent.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalizerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "SELECT * FROM orders WHERE customer_id = 7|SELECT * FROM orders WHERE customer_id = ?",
        "SELECT  *  FROM orders\tWHERE a=-7 -- why|SELECT * FROM orders WHERE a = ?",
        "SELECT a FROM t WHERE b IN (1, 2, ?)|SELECT a FROM t WHERE b IN (?)",
        "SELECT a FROM t WHERE (b, c) IN ((1, 2), (3, 4))|SELECT a FROM t WHERE (b, c) IN ((?))",
        "SELECT a FROM t WHERE b = ANY (ARRAY[1, 2])|SELECT a FROM t WHERE b = ANY (ARRAY[?])",
        "INSERT INTO t (a, b) VALUES (1, 'x'), (2, 'y')|INSERT INTO t(a, b) VALUES (?, ?)",
        "SELECT count(*), max(a.b) FROM a LIMIT 10|SELECT count(*), max(a.b) FROM a LIMIT ?",
        "SELECT a, b FROM t ORDER BY 2 DESC, 1|SELECT a, b FROM t ORDER BY 2 DESC, 1",
        "SELECT $$secret$$, E'\\'secret', U&'x'|SELECT ?, ?, ?",
        "SELECT a /*+ SeqScan(t) */ FROM t|SELECT a /*+ SeqScan(t) */ FROM t",
        "SELECT '2026-01-01'::date - 1;|SELECT ?::date - ?",
      })
  void constants_listsBlanksAndComments_areFolded(String sql, String masked) {
    assertThat(Normalizer.normalize(sql, Dialect.POSTGRESQL).sql()).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER TABLE t ADD COLUMN a varchar(8) DEFAULT 'x'"
            + " | ALTER TABLE t ADD COLUMN a varchar(8) DEFAULT ?",
        "ALTER TABLE t ADD a numeric(10, 2) DEFAULT 5 | ALTER TABLE t ADD a numeric(10, 2) DEFAULT ?",
        "alter table t alter \"A\" type character varying(40)"
            + " | alter table t alter \"A\" type character varying(40)",
        "CREATE TABLE t (a bit(3), b timestamp(6) DEFAULT now(), c char(2) CHECK (c > char(65)))"
            + " | CREATE TABLE t(a bit(3), b timestamp(6) DEFAULT now(), c char(2) CHECK (c > char(?)))",
        "ALTER TABLE t ADD a char(3) DEFAULT (char(65)) | ALTER TABLE t ADD a char(3) DEFAULT (char(?))",
        "CREATE TABLE t AS SELECT a varchar(8) | CREATE TABLE t AS SELECT a varchar(?)",
        "SELECT a FROM t WHERE b = char(65, 66) | SELECT a FROM t WHERE b = char(?, ?)",
      })
  void lengthsOfTypes_areNoConstants(String sql, String masked) {
    assertThat(Normalizer.normalize(sql, Dialect.POSTGRESQL).sql()).isEqualTo(masked);
  }

  @Test
  void doubleQuotes_inMySql_areMasked() {
    assertThat(Normalizer.normalize("SELECT `a` FROM t WHERE b = \"secret\"", Dialect.MYSQL).sql())
        .isEqualTo("SELECT `a` FROM t WHERE b = ?");
  }

  @Test
  void textThatDoesNotEnd_showsNothingOfItsString() {
    Normalized normalized = Normalizer.normalize("SELECT 'secret", Dialect.POSTGRESQL);

    assertThat(normalized.sql()).isEqualTo("SELECT");
    assertThat(normalized.explainable()).isFalse();
  }

  @Test
  void valuesApart_textsHaveOneFingerprint() {
    assertThat(Normalizer.normalize("SELECT a FROM t WHERE b=1", Dialect.POSTGRESQL).fingerprint())
        .isEqualTo(
            Normalizer.normalize("SELECT a FROM t WHERE b = ? /* x */", Dialect.POSTGRESQL)
                .fingerprint());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1; DELETE FROM t",
        "SELECT relname FROM pg_class",
        "SELECT * FROM information_schema.tables",
        "ALTER TABLE t ADD COLUMN a int",
        "SELECT (a FROM t",
      })
  void multiStatementsCatalogDdlAndMalformed_areNotExplained(String sql) {
    assertThat(Normalizer.normalize(sql, Dialect.POSTGRESQL).explainable()).isFalse();
  }
}
