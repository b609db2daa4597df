package dev.lacuna.agent.observe;

import dev.lacuna.agent.bridge.Bridge;
import dev.lacuna.agent.bridge.Sink;
import dev.lacuna.sql.Tokens;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes what the drivers' classes tell, on the application's threads: count, and hand over. */
public final class Observer implements Sink {

  private final Queries queries;
  private final Inbox inbox;
  private final Targets targets = new Targets();
  private final States states = new States();
  private final LacunaTexts lacuna = new LacunaTexts();

  public Observer(Queries queries, Inbox inbox) {
    this.queries = queries;
    this.inbox = inbox;
  }

  /** A text that runs now. */
  private record Running(
      ConnectionState connection, Query query, @Nullable String sent, String own) {}

  @Override
  public void connected(
      @Nullable Object driver, Object source, @Nullable Object info, Object connection) {
    Target target = targets.of(driver, source, info);
    if (target != null) {
      states.set(connection, new ConnectionState(target));
    }
  }

  @Override
  public void created(Object connection, Object statement, @Nullable String sql) {
    if (!(states.get(connection) instanceof ConnectionState state)) {
      return;
    }
    if (sql == null) {
      states.set(statement, new StatementState(state));
      return;
    }
    String own = Bridge.ownText(sql);
    if (own != null) {
      Query query = queries.of(state.target(), own);
      int parameters = queries.normalized(state.target().kind(), sql).parameters();
      states.set(statement, new StatementState(state, query, own, sql, parameters));
    }
  }

  @Override
  public void changed(Object connection, String method, @Nullable String value) {
    if (states.get(connection) instanceof ConnectionState state) {
      Settings before = state.settings();
      state.settings(
          method.equals("setSchema") ? before.withSchema(value) : before.withCatalog(value));
    }
  }

  @Override
  public boolean wants(Object statement) {
    return states.get(statement) instanceof StatementState state && state.isCapturing();
  }

  @Override
  public void bound(Object statement, String method, String types, @Nullable Object[] arguments) {
    if (states.get(statement) instanceof StatementState state) {
      state.bound(method, types, arguments);
    }
  }

  @Override
  public @Nullable Object begin(Object statement, @Nullable String sql) {
    if (!(states.get(statement) instanceof StatementState state)) {
      return null;
    }
    if (sql == null) {
      Query query = state.query();
      return query == null
          ? null
          : begun(new Running(state.connection(), query, null, state.own()));
    }
    String own = Bridge.ownText(sql);
    return own == null
        ? null
        : begun(
            new Running(
                state.connection(), queries.of(state.connection().target(), own), sql, own));
  }

  private static Running begun(Running running) {
    if (running.query().kind() == StatementKind.DDL) {
      running.query().target().ddlBegins();
    }
    return running;
  }

  @Override
  public void end(Object statement, Object begun, long nanos, @Nullable Throwable thrown) {
    Running running = (Running) begun;
    try {
      if (thrown == null) {
        ended(statement, running, nanos);
      }
    } finally {
      if (running.query().kind() == StatementKind.DDL) {
        running.query().target().ddlEnds();
      }
    }
  }

  private void ended(Object statement, Running running, long nanos) {
    Query query = running.query();
    query.ran(nanos);
    switch (query.kind()) {
      case READ, WRITE -> sample(statement, running);
      case DDL -> touched(query, running.own());
      case SETTING -> set(running);
      case OTHER -> {}
    }
  }

  private void sample(Object statement, Running running) {
    Query query = running.query();
    if (!(states.get(statement) instanceof StatementState state)) {
      return;
    }
    Sample sample = null;
    if (running.sent() == null) {
      sample = state.takeSample();
    } else if (query.wantsSample()) {
      query.sampled();
      sample =
          new Sample(running.sent(), running.own(), List.of(), running.connection().settings());
    }
    if (sample != null && !inbox.offer(new Observation.Sampled(query, sample))) {
      query.wantSample();
    }
  }

  private void touched(Query query, String text) {
    Tokens tokens = Tokens.of(text, query.target().kind().dialect());
    Set<String> names = new HashSet<>();
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.isName(i)) {
        names.add(tokens.identifier(i).toLowerCase(Locale.ROOT));
      }
    }
    // What does not fit is noticed in the catalog.
    boolean fits =
        inbox.offer(
            new Observation.SchemaTouched(query.target(), query.sql(), names, Instant.now()));
    if (!fits) {
      queries.dropped();
    }
  }

  private static void set(Running running) {
    ConnectionState connection = running.connection();
    connection.settings(
        SettingStatements.apply(
            connection.settings(), running.own(), connection.target().kind().dialect()));
  }

  @Override
  public String ownText(Object attempt) {
    return lacuna.of(attempt);
  }

  @Override
  public String sentText(Object translation) {
    return lacuna.of(translation);
  }
}
