package dev.lacuna.agent.explain;

import dev.lacuna.engine.Dialect;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The tables and functions that a statement names, itself and through views. The plan has aliases
 * only, and what it calls has to be known before it is explained: MySQL and MariaDB run a function
 * that is called DETERMINISTIC, and whole derived tables, to make a plan.
 */
final class MySqlNames {

  private static final String TABLE =
      """
      SELECT t.table_schema, t.table_name, v.view_definition, t.table_type
      FROM information_schema.tables t LEFT JOIN information_schema.views v
        ON v.table_schema = t.table_schema AND v.table_name = t.table_name
      WHERE t.table_schema = COALESCE(?, DATABASE()) AND t.table_name = ?
      """;

  private static final String FUNCTION =
      "SELECT 1 FROM information_schema.routines WHERE routine_type = 'FUNCTION' AND routine_name = ?";

  private static final int MAX_VIEWS = 50;

  private final Connection connection;
  private final Map<String, String> byAlias = new HashMap<>();
  private final Set<String> tables = new TreeSet<>();
  private final Set<String> called = new HashSet<>();
  private final Set<String> seenViews = new HashSet<>();
  private final Deque<String> texts = new ArrayDeque<>();

  private MySqlNames(Connection connection) {
    this.connection = connection;
  }

  /**
   * Finds the names of a statement.
   *
   * @throws UnfitException if it calls a function of the users' own
   */
  static MySqlNames of(String sql, Connection connection) throws SQLException, UnfitException {
    MySqlNames names = new MySqlNames(connection);
    names.texts.add(sql);
    while (!names.texts.isEmpty()) {
      names.read(Tokens.of(names.texts.remove(), Dialect.MYSQL));
    }
    names.refuseFunctions();
    return names;
  }

  /** As {@code database.table}; null for a derived table. */
  @Nullable String table(String alias) {
    return byAlias.get(alias.toLowerCase(Locale.ROOT));
  }

  Set<String> all() {
    return tables;
  }

  private void read(Tokens tokens) throws SQLException, UnfitException {
    for (int i = 0; i < tokens.count(); i++) {
      if (!tokens.isName(i) || tokens.is(i - 1, TokenKind.DOT)) {
        continue;
      }
      int last = tokens.is(i + 1, TokenKind.DOT) && tokens.isName(i + 2) ? i + 2 : i;
      if (tokens.is(last + 1, '(')) {
        called.add(tokens.identifier(last));
      }
      if (mayBeTable(tokens, i) && !tokens.is(last + 1, TokenKind.DOT)) {
        table(tokens, i, last);
      }
    }
  }

  private static boolean mayBeTable(Tokens tokens, int name) {
    return tokens.isAny(
            name - 1,
            "FROM",
            "JOIN",
            "STRAIGHT_JOIN",
            "UPDATE",
            "INTO",
            "TABLE",
            "REPLACE",
            "IGNORE")
        || tokens.is(name - 1, ',')
        || tokens.is(name - 1, '(');
  }

  private void table(Tokens tokens, int first, int last) throws SQLException, UnfitException {
    try (PreparedStatement statement = connection.prepareStatement(TABLE)) {
      statement.setString(1, first == last ? null : tokens.identifier(first));
      statement.setString(2, tokens.identifier(last));
      try (ResultSet row = statement.executeQuery()) {
        if (row.next()) {
          found(row, alias(tokens, last));
        }
      }
    }
  }

  private static String alias(Tokens tokens, int last) {
    int next = tokens.is(last + 1, "AS") ? last + 2 : last + 1;
    boolean alias =
        tokens.isName(next)
            && !tokens.isAny(
                next,
                "ON",
                "USING",
                "WHERE",
                "JOIN",
                "INNER",
                "LEFT",
                "RIGHT",
                "CROSS",
                "NATURAL",
                "STRAIGHT_JOIN",
                "GROUP",
                "ORDER",
                "HAVING",
                "LIMIT",
                "UNION",
                "EXCEPT",
                "INTERSECT",
                "SET",
                "FORCE",
                "USE",
                "IGNORE",
                "FOR",
                "LOCK",
                "WINDOW",
                "PARTITION",
                "VALUES",
                "VALUE",
                "SELECT");
    return tokens.identifier(alias ? next : last);
  }

  private void found(ResultSet row, String alias) throws SQLException, UnfitException {
    String name = row.getString(1) + "." + row.getString(2);
    if (row.getString(4).contains("VIEW")) {
      String definition = row.getString(3);
      if (definition == null || definition.isEmpty()) {
        throw new UnfitException("a view whose text is not to be seen");
      }
      if (seenViews.add(name) && seenViews.size() <= MAX_VIEWS) {
        texts.add(definition);
      }
      return;
    }
    tables.add(name);
    byAlias.put(alias.toLowerCase(Locale.ROOT), name);
  }

  private void refuseFunctions() throws SQLException, UnfitException {
    try (PreparedStatement statement = connection.prepareStatement(FUNCTION)) {
      for (String name : called) {
        statement.setString(1, name);
        try (ResultSet row = statement.executeQuery()) {
          if (row.next()) {
            throw new UnfitException("it calls a stored function");
          }
        }
      }
    }
  }
}
