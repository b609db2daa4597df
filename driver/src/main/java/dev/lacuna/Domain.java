package dev.lacuna;

import dev.lacuna.config.ConfigurationException;
import dev.lacuna.config.LacunaUrl;
import dev.lacuna.config.Options;
import dev.lacuna.ddl.Gate;
import dev.lacuna.ddl.HistoryTable;
import dev.lacuna.ddl.rules.Rules;
import dev.lacuna.engine.Engine;
import dev.lacuna.jdbc.DdlSession;
import dev.lacuna.jdbc.LacunaConnection;
import dev.lacuna.jdbc.Session;
import dev.lacuna.jdbc.Tally;
import dev.lacuna.jdbc.TolerantSession;
import dev.lacuna.rewrite.Translator;
import dev.lacuna.schema.Declarations;
import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.schema.DeclaredColumns;
import dev.lacuna.schema.MySqlShapeLoader;
import dev.lacuna.schema.PostgresShapeLoader;
import dev.lacuna.schema.TableKnowledge;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What connections with the same URL and options share: the declarations, which are read once, the
 * translated texts, and the tally.
 *
 * <p>Safe for use by several threads.
 */
final class Domain {

  /** Its methods are spelled out for the reason that {@link Options} gives. */
  private record Key(String target, Options options) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && target.equals(key.target) && options.equals(key.options);
    }

    @Override
    public int hashCode() {
      return 31 * target.hashCode() + options.hashCode();
    }
  }

  /** What is needed only where a column is declared; it takes its time to load. */
  private static final class Tolerance {
    final Translator translator;
    final Tally tally = new Tally();
    final AtomicBoolean tablesChecked = new AtomicBoolean();

    Tolerance(Translator translator) {
      this.translator = translator;
    }
  }

  private static final int MAX_DOMAINS_PER_LOADER = 1_000;

  /** Asked once a connect, for a moment. */
  private static final Map<ClassLoader, Map<Key, Domain>> DOMAINS =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final Engine engine;
  private final Options options;
  private final DeclaredColumns declared;
  private final @Nullable Tolerance tolerance;
  private final @Nullable HistoryTable history;

  private Domain(Engine engine, Options options, DeclaredColumns declared) {
    this.engine = engine;
    this.options = options;
    this.declared = declared;
    this.history =
        options.history().on() ? new HistoryTable(engine, options.history(), Version.text()) : null;
    this.tolerance =
        declared.isEmpty()
            ? null
            : new Tolerance(new Translator(declared, engine, engine.dialect(), options.star()));
  }

  /**
   * The domain of a URL and options; what they declare is read when the first connect comes.
   *
   * @throws ConfigurationException if it cannot be read
   */
  static Domain of(LacunaUrl url, Options options) throws ConfigurationException {
    return of(url.target(), engineOf(url), options);
  }

  static Domain of(String target, Engine engine, Options options) throws ConfigurationException {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader loader = context == null ? Domain.class.getClassLoader() : context;
    Map<Key, Domain> known = DOMAINS.computeIfAbsent(loader, any -> new ConcurrentHashMap<>());
    Key key = new Key(target, options);
    Domain domain = known.get(key);
    if (domain == null) {
      domain = read(engine, options, context);
      if (known.size() >= MAX_DOMAINS_PER_LOADER) {
        known.clear();
      }
      Domain earlier = known.putIfAbsent(key, domain);
      domain = earlier == null ? domain : earlier;
    }
    return domain;
  }

  private static Domain read(Engine engine, Options options, @Nullable ClassLoader context)
      throws ConfigurationException {
    checkAllowed(options);
    DeclaredColumns declared = Declarations.read(options, engine.dialect(), context);
    return new Domain(engine, options, declared);
  }

  private static void checkAllowed(Options options) throws ConfigurationException {
    for (String id : options.ddl().allow()) {
      if (Rules.of(id).isEmpty()) {
        throw new ConfigurationException(
            "Unknown rule: " + id + " (in lacuna.ddl.allow)",
            "no rule on DDL has that id.",
            "take the id from the refusal, or from docs/rules/README.md.");
      }
    }
  }

  static Engine engineOf(LacunaUrl url) {
    return Engine.named(url.engineName());
  }

  Engine engine() {
    return engine;
  }

  /**
   * Wraps a connection of the real driver.
   *
   * @param opener where another connection is needed
   */
  LacunaConnection wrap(Connection connection, Gate.Opener opener) throws SQLException {
    Tolerance shared = tolerance;
    Session session = shared == null ? Session.TRANSPARENT : tolerant(connection, shared);
    if (history != null) {
      history.prepare(connection);
    }
    return LacunaConnection.wrap(
        DdlSession.around(session, engine, connection, opener, options.ddl(), history), connection);
  }

  private Session tolerant(Connection connection, Tolerance shared) throws SQLException {
    TolerantSession session =
        new TolerantSession(
            engine,
            connection,
            declared,
            shared.translator,
            this::knowledgeOf,
            options,
            shared.tally);
    if (shared.tablesChecked.compareAndSet(false, true)) {
      session.warnOfAbsentTables(declaredTables());
    }
    return session;
  }

  private TableKnowledge knowledgeOf(Connection connection) {
    return new TableKnowledge(shapes(connection), options.refresh());
  }

  private TableKnowledge.Loader shapes(Connection connection) {
    return engine == Engine.POSTGRESQL
        ? new PostgresShapeLoader(connection, declared)
        : new MySqlShapeLoader(connection, declared);
  }

  private List<List<String>> declaredTables() {
    return declared.all().stream().map(Domain::table).distinct().toList();
  }

  private static List<String> table(DeclaredColumn column) {
    String schema = column.schema();
    return schema == null ? List.of(column.table()) : List.of(schema, column.table());
  }
}
