package dev.lacuna.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Statements that MySQL or MariaDB takes, one a line: each is read, with the tables it names. */
class MySqlCorpusTest {

  /** JSqlParser 5.4 keeps backquotes, finds no table in some of REPLACE, counts what is created. */
  private static final Set<String> FOUND_OTHERWISE_BY_JSQLPARSER =
      Set.of(
          "SELECT `a`.`x`, `b c` FROM `a`",
          "SELECT x AS `select`, `from`.`where` FROM `from`",
          "REPLACE LOW_PRIORITY INTO a (x) SELECT y FROM b",
          "REPLACE DELAYED a SET x = 1",
          "CREATE TABLE c AS SELECT x FROM a",
          "CREATE TEMPORARY TABLE c AS SELECT x FROM a");

  static Stream<String> statements() throws IOException {
    try (InputStream in = MySqlCorpusTest.class.getResourceAsStream("/sql/mysql-corpus.sql")) {
      byte[] bytes = Objects.requireNonNull(in).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).lines().toList().stream();
    }
  }

  private static Set<String> tables(String sql, Dialect dialect) throws UnsupportedSqlException {
    Set<String> names = new TreeSet<>();
    for (SqlStatement statement : SqlParser.parse(Tokens.of(sql, dialect))) {
      statement.tables().forEach(table -> names.add(String.join(".", table.path())));
    }
    return names;
  }

  @Test
  void corpus_isLarge() throws IOException {
    assertThat(statements().toList()).hasSizeGreaterThan(240).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("statements")
  void statement_isRead(String sql) throws Exception {
    List<SqlStatement> statements = SqlParser.parse(Tokens.of(sql, Dialect.MYSQL));

    assertThat(statements).hasSize(1);
    for (TableReference table : statements.get(0).tables()) {
      assertThat(table.path()).allMatch(name -> name.matches("[abcds]|from"));
    }
  }

  @ParameterizedTest
  @MethodSource("statements")
  void statement_hasTheTablesThatJSqlParserFinds(String sql) throws Exception {
    Set<String> ours = tables(sql, Dialect.MYSQL);
    Optional<Set<String>> theirs = Corpus.theirs(sql);

    if (!ours.isEmpty() && theirs.isPresent() && !FOUND_OTHERWISE_BY_JSQLPARSER.contains(sql)) {
      assertThat(ours).isEqualTo(theirs.get());
    }
  }

  @ParameterizedTest
  @MethodSource("statements")
  void statement_withoutQuotes_isReadAlikeInEveryMode(String sql) throws Exception {
    if (sql.indexOf('"') >= 0 || sql.indexOf('\\') >= 0) {
      return;
    }
    for (Dialect dialect : Dialect.values()) {
      if (dialect.isMySql()) {
        assertThat(tables(sql, dialect)).isEqualTo(tables(sql, Dialect.MYSQL));
      }
    }
  }
}
