package dev.lacuna.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Dialect;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ParserPropertyTest {

  private static final List<String> WORDS =
      List.of(
          ("select from where group by having order limit offset union all except with recursive as"
                  + " materialized insert into values default update set delete using returning on"
                  + " conflict do nothing table only lateral join left natural cross tablesample"
                  + " repeatable distinct for of window ordinality rows explain prepare declare"
                  + " create view function current users nickname a b c 1 2.5 'x' \"q\" $1 ? * = . , ,"
                  + " ; ( ) ( ) [ ] { } :: . + ?? => $$ /* */ -- E' ' \" U&\"")
              .split(" "));

  /** Every character but blanks and comments belongs to one token; offsets grow. */
  @Property
  void tokens_tileTheText(@ForAll("texts") String sql, @ForAll Dialect dialect) {
    Tokens tokens = Tokens.of(sql, dialect);
    int at = 0;
    for (int i = 0; i < tokens.count(); i++) {
      assertThat(tokens.start(i)).isGreaterThanOrEqualTo(at);
      assertThat(tokens.end(i)).isGreaterThan(tokens.start(i));
      assertThat(isGap(sql.substring(at, tokens.start(i)))).isTrue();
      at = tokens.end(i);
    }
    assertThat(tokens.wellFormed() && !isGap(sql.substring(at))).isFalse();
  }

  private static boolean isGap(String text) {
    String rest = text.strip();
    return rest.isEmpty()
        || rest.startsWith("--")
        || rest.startsWith("#")
        || rest.startsWith("/*")
        || rest.startsWith("*/");
  }

  /** A text is parsed, or refused; nothing else happens. */
  @Property(tries = 20_000)
  void anyWords_areParsedOrRefused(@ForAll("statements") String sql) {
    Tokens tokens = Tokens.of(sql, Dialect.POSTGRESQL);
    try {
      for (SqlStatement statement : SqlParser.parse(tokens)) {
        assertThat(statement.range().isEmpty()).isFalse();
        assertThat(statement.blocks()).allSatisfy(block -> assertInside(block, statement));
        assertThat(statement.tables())
            .allSatisfy(table -> assertThat(table.block()).isLessThan(statement.blocks().size()));
      }
    } catch (UnsupportedSqlException e) {
      assertThat(e).hasMessageMatching("\\S.*");
    }
  }

  private static void assertInside(Block block, SqlStatement statement) {
    assertThat(block.range().from()).isGreaterThanOrEqualTo(statement.range().from());
    assertThat(block.range().to()).isLessThanOrEqualTo(statement.range().to());
    assertThat(block.parent()).isLessThan(statement.blocks().size()).isNotEqualTo(block.id());
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(6, Arbitraries.of(WORDS)),
            net.jqwik.api.Tuple.of(
                2, Arbitraries.of(" ", "\n", "\t", "\r\n", "--", "/*", "*/", "#", "$a$")),
            net.jqwik.api.Tuple.of(1, Arbitraries.strings().ofMaxLength(3)));
    return pieces.list().ofMaxSize(30).map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> statements() {
    Arbitrary<String> start =
        Arbitraries.of(
            "select ",
            "insert into ",
            "update a set ",
            "delete from ",
            "with ",
            "table ",
            "(",
            "explain ",
            "select 1 from ",
            "insert into a values (",
            "with a as (select 1) ",
            "");
    Arbitrary<List<String>> words = Arbitraries.of(WORDS).list().ofMaxSize(25);
    return net.jqwik.api.Combinators.combine(start, words)
        .as((first, rest) -> balance(first + String.join(" ", rest)));
  }

  /** Closes what is open, so that most texts get past the lexer. */
  private static String balance(String sql) {
    long open = sql.chars().filter(c -> c == '(').count();
    long closed = sql.chars().filter(c -> c == ')').count();
    return open > closed ? sql + ")".repeat((int) (open - closed)) : sql;
  }

  /** The work is linear: ten times the text takes about ten times as long, and that is short. */
  @Example
  void longTexts_areParsedInTime() {
    for (String sql : longTexts()) {
      parse(sql); // warm
      long start = System.nanoTime();
      parse(sql);
      Duration taken = Duration.ofNanos(System.nanoTime() - start);
      assertThat(taken)
          .as("%s… of %d characters", sql.substring(0, 40), sql.length())
          .isLessThan(Duration.ofSeconds(1));
    }
  }

  private static List<String> longTexts() {
    int many = 10_000;
    return List.of(
        "SELECT * FROM users WHERE id IN (" + repeat("?", ", ", many) + ")",
        "SELECT * FROM users WHERE " + repeat("nickname = 'x'", " OR ", 70_000),
        "SELECT 1 FROM " + repeat("users", ", ", many),
        "SELECT 1 FROM a" + " LEFT JOIN b ON a.x = b.x".repeat(many),
        repeat("SELECT nickname FROM users", " UNION ALL ", many),
        "INSERT INTO users (id, nickname) VALUES " + repeat("(1, 'x')", ", ", many),
        "WITH " + repeat("c AS (SELECT 1)", ", ", many) + " SELECT 1",
        "SELECT " + repeat("(SELECT 1)", ", ", many),
        "SELECT 1 FROM " + "(".repeat(150) + "a" + ")".repeat(150),
        "SELECT " + "(".repeat(500_000) + ")".repeat(500_000),
        "SELECT 1 FROM " + "(".repeat(500_000) + ")".repeat(500_000),
        repeat("DELETE FROM users", ";", many),
        "/*".repeat(400_000) + "*/".repeat(400_000) + "SELECT 1 FROM a WHERE b = 1",
        "SELECT '" + "''".repeat(400_000) + "' FROM users WHERE a = 1");
  }

  private static String repeat(String text, String separator, int times) {
    return IntStream.range(0, times).mapToObj(i -> text).collect(Collectors.joining(separator));
  }

  private static void parse(String sql) {
    try {
      assertThat(SqlParser.parse(Tokens.of(sql, Dialect.POSTGRESQL))).isNotEmpty();
    } catch (UnsupportedSqlException e) {
      assertThat(e).hasMessage("it is nested deeper than 200 levels");
    }
  }
}
