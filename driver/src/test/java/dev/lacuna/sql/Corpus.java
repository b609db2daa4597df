package dev.lacuna.sql;

import dev.lacuna.engine.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.util.TablesNamesFinder;

/** Statements that PostgreSQL takes, one a line, and the tables that two parsers find in them. */
final class Corpus {

  private Corpus() {}

  static List<String> statements() {
    try (InputStream in = Corpus.class.getResourceAsStream("/sql/corpus.sql")) {
      byte[] bytes = Objects.requireNonNull(in).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the tables that this room's parser finds; empty where it refuses the text. */
  static Optional<Set<String>> ours(String sql) {
    try {
      Set<String> names = new TreeSet<>();
      for (SqlStatement statement : SqlParser.parse(Tokens.of(sql, Dialect.POSTGRESQL))) {
        statement.tables().forEach(table -> names.add(String.join(".", table.path())));
      }
      return Optional.of(names);
    } catch (UnsupportedSqlException e) {
      return Optional.empty();
    }
  }

  /** The names of the tables that JSqlParser finds; empty where it cannot parse the text. */
  static Optional<Set<String>> theirs(String sql) {
    try {
      Set<String> names = new TreeSet<>();
      TablesNamesFinder<Void> finder = new TablesNamesFinder<>();
      for (String name : finder.getTables(CCJSqlParserUtil.parse(sql))) {
        names.add(normalised(name));
      }
      return Optional.of(names);
    } catch (JSQLParserException | UnsupportedOperationException | NullPointerException e) {
      return Optional.empty();
    }
  }

  private static String normalised(String name) {
    StringBuilder out = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      quoted ^= c == '"';
      out.append(c == '"' ? "" : quoted ? "" + c : String.valueOf(c).toLowerCase(Locale.ROOT));
    }
    return out.toString();
  }
}
