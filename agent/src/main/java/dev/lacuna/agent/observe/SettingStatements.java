package dev.lacuna.agent.observe;

import dev.lacuna.engine.Dialect;
import dev.lacuna.sql.Tokens;
import java.util.Locale;
import java.util.Set;

/** Follows SET, RESET, DISCARD and USE on a connection, as far as a plan may depend on them. */
final class SettingStatements {

  /** These bound the application's statements, or begin something; they change no plan. */
  private static final Set<String> NO_MATTER =
      Set.of(
          "transaction",
          "constraints",
          "statement_timeout",
          "lock_timeout",
          "autocommit",
          "names",
          "idle_in_transaction_session_timeout",
          "application_name",
          "client_encoding",
          "characteristics",
          "session_authorization",
          "authorization",
          "max_execution_time");

  private SettingStatements() {}

  static Settings apply(Settings before, String sql, Dialect dialect) {
    Tokens tokens = Tokens.of(sql, dialect);
    if (tokens.is(0, "USE") && tokens.isName(1)) {
      return before.withCatalog(tokens.identifier(1));
    }
    if (tokens.is(0, "DISCARD") || (tokens.is(0, "RESET") && tokens.is(1, "ALL"))) {
      return new Settings(before.schema(), before.catalog(), java.util.Map.of());
    }
    if (tokens.is(0, "RESET")) {
      return before.without(name(tokens, 1));
    }
    // What LOCAL sets ends with the transaction; another statement's plan does not depend on it.
    if (tokens.isAny(1, "LOCAL", "GLOBAL", "PERSIST", "PERSIST_ONLY", "PASSWORD", "DEFAULT")) {
      return before;
    }
    String name = name(tokens, tokens.is(1, "SESSION") ? 2 : 1);
    return name.isEmpty() || NO_MATTER.contains(name) ? before : before.with(name, sql);
  }

  private static String name(Tokens tokens, int at) {
    StringBuilder name = new StringBuilder();
    for (int i = at; i < tokens.count(); i++) {
      if (tokens.is(i, '=') || tokens.isAny(i, "TO") || (i > at && tokens.is(i, ':'))) {
        break;
      }
      name.append(tokens.text(i).toLowerCase(Locale.ROOT));
    }
    return name.toString();
  }
}
