package dev.lacuna.asif;

import dev.lacuna.engine.Engine;
import java.util.Map;

/** How a call reaches the server. A mode has connections of its own, with these options. */
enum Mode {
  /** A {@code Statement}. */
  STATEMENT(Map.of()),
  /** A {@code PreparedStatement}, as the driver sends its first executions. */
  PREPARED(Map.of()),
  /** A {@code PreparedStatement} that the server keeps; executed twice. */
  SERVER_PREPARED(
      Map.of(
          Engine.POSTGRESQL,
          "&prepareThreshold=1",
          Engine.MYSQL,
          "&useServerPrepStmts=true",
          Engine.MARIADB,
          "&useServerPrepStmts=true&cachePrepStmts=false")),
  /** A {@code PreparedStatement} that the server keeps; closed, prepared anew, and executed. */
  SERVER_CACHED(
      Map.of(
          Engine.MYSQL,
          "&useServerPrepStmts=true&cachePrepStmts=true",
          Engine.MARIADB,
          "&useServerPrepStmts=true")),
  /** A {@code PreparedStatement} whose values the driver writes into the text. */
  SIMPLE(Map.of(Engine.POSTGRESQL, "&preferQueryMode=simple")),
  /** A {@code PreparedStatement} whose rows the server keeps, to be fetched in portions. */
  CURSOR(Map.of(Engine.MYSQL, "&useCursorFetch=true")),
  /** Rows that are read off the network one by one. */
  STREAMING(Map.of()),
  /** A {@code PreparedStatement} that is not executed: its metadata. */
  DESCRIBED(Map.of()),
  /** A batch that the driver makes one statement of. */
  REWRITTEN(
      Map.of(
          Engine.POSTGRESQL,
          "&reWriteBatchedInserts=true",
          Engine.MYSQL,
          "&rewriteBatchedStatements=true",
          Engine.MARIADB,
          "&useBulkStmts=true")),
  /** Several statements in one string, where the driver must be told to let them pass. */
  SEVERAL(
      Map.of(Engine.MYSQL, "&allowMultiQueries=true", Engine.MARIADB, "&allowMultiQueries=true")),
  /** A server that takes double quotes for those of identifiers. */
  ANSI_QUOTES(
      Map.of(
          Engine.MYSQL,
          "&sessionVariables=sql_mode='ANSI_QUOTES,STRICT_TRANS_TABLES'",
          Engine.MARIADB,
          "&sessionVariables=sql_mode='ANSI_QUOTES,STRICT_TRANS_TABLES'"));

  @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody changes
  private final Map<Engine, String> options;

  Mode(Map<Engine, String> options) {
    this.options = Map.copyOf(options);
  }

  /** What its connections have in their URL besides. */
  String options(Engine engine) {
    return options.getOrDefault(engine, "");
  }

  /** Whether a call without parameters is made by a {@code Statement}. */
  boolean isText() {
    return this == STATEMENT || this == STREAMING || this == SEVERAL || this == ANSI_QUOTES;
  }

  /** The fetch size of its statements; 0 is the driver's own. */
  int fetchSize(Engine engine) {
    if (this == STREAMING) {
      // Connector/J's sign for it; MariaDB's driver streams at any size.
      return engine == Engine.MYSQL ? Integer.MIN_VALUE : 1;
    }
    return this == CURSOR ? 2 : 0;
  }
}
