package dev.lacuna.sql;

import dev.lacuna.engine.Dialect;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;

/**
 * Makes the figures of {@code docs/decisions/parser.md}: run with {@code ours} or {@code
 * jsqlparser}, each in a JVM of its own.
 */
final class ParserFigures {

  private static final String SMALL = "SELECT u.id, u.nickname FROM users u WHERE u.id = ?";
  private static final String LONG =
      "SELECT * FROM users WHERE id IN (?" + ", ?".repeat(9_999) + ")";

  /** A parser: it returns something, so that nothing is optimised away. */
  @FunctionalInterface
  private interface Parser {
    Object parse(String sql) throws UnsupportedSqlException, JSQLParserException;
  }

  private ParserFigures() {}

  public static void main(String[] args) throws Exception {
    boolean ours = List.of(args).contains("ours");
    Parser parser =
        ours ? sql -> SqlParser.parse(Tokens.of(sql, Dialect.POSTGRESQL)) : CCJSqlParserUtil::parse;
    report("first parse, cold JVM", time(parser, SMALL, 1), "ms");
    report("small statement, warm", best(parser, SMALL, 20_000) * 1000, "µs");
    report("IN list of 10,000, first", time(parser, LONG, 1), "ms");
    report("IN list of 10,000, warm", best(parser, LONG, 20), "ms");
    Function<String, Optional<Set<String>>> tables = ours ? Corpus::ours : Corpus::theirs;
    long parsed = Corpus.statements().stream().filter(sql -> tables.apply(sql).isPresent()).count();
    report("of " + Corpus.statements().size() + " statements parsed", (double) parsed, "");
  }

  private static double best(Parser parser, String sql, int times) throws Exception {
    double best = Double.MAX_VALUE;
    for (int round = 0; round < 8; round++) {
      best = Math.min(best, time(parser, sql, times));
    }
    return best;
  }

  /** The mean time of one parse in milliseconds. */
  private static double time(Parser parser, String sql, int times) throws Exception {
    int seen = 0;
    long start = System.nanoTime();
    for (int i = 0; i < times; i++) {
      seen += parser.parse(sql).hashCode() & 1;
    }
    double nanos = System.nanoTime() - start;
    return seen < 0 ? 0 : nanos / times / 1e6;
  }

  private static void report(String what, double value, String unit) {
    System.out.printf(Locale.ROOT, "%-32s %10.1f %s%n", what, value, unit);
  }
}
