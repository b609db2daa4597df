package dev.lacuna.cli;

import dev.lacuna.ddl.LiveFacts;
import dev.lacuna.ddl.change.Ddl;
import dev.lacuna.ddl.effect.Facts;
import dev.lacuna.ddl.effect.Server;
import dev.lacuna.engine.Engine;
import dev.lacuna.engine.ServerVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** The server that statements are judged for. */
interface JudgedServer extends AutoCloseable {

  /** Its engine. */
  Engine engine();

  /** Its version. */
  ServerVersion version();

  /** Engine and version, for people: {@code PostgreSQL 17}, {@code MySQL 8.0.36}. */
  default String label() {
    return Server.assumed(engine(), version())
        .label()
        .replaceFirst("^(PostgreSQL \\d+)\\.0$", "$1");
  }

  /** What is known for a statement. */
  Facts facts(Ddl ddl) throws CliException;

  /** Whether it can be asked what is there. */
  boolean isLive();

  /** The rules that its URL allows. */
  Set<String> allowed();

  @Override
  void close() throws CliException;

  /** One of which only engine and version are known; all else takes the stricter answer. */
  record Assumed(Engine engine, ServerVersion version) implements JudgedServer {

    @Override
    public Facts facts(Ddl ddl) {
      return Facts.of(Server.assumed(engine, version));
    }

    @Override
    public boolean isLive() {
      return false;
    }

    @Override
    public Set<String> allowed() {
      return Set.of();
    }

    @Override
    public void close() {}
  }

  /** One that is asked. */
  record Live(Engine engine, ServerVersion version, Connection connection, Set<String> allowed)
      implements JudgedServer {

    /** Copies the set. */
    public Live {
      allowed = Set.copyOf(allowed);
    }

    @Override
    public Facts facts(Ddl ddl) throws CliException {
      try {
        return new LiveFacts(engine, connection).of(ddl, false);
      } catch (SQLException e) {
        throw new CliException("The server could not be asked: " + e.getMessage(), e);
      }
    }

    @Override
    public boolean isLive() {
      return true;
    }

    @Override
    public void close() throws CliException {
      try {
        connection.close();
      } catch (SQLException e) {
        throw new CliException("The connection could not be closed: " + e.getMessage(), e);
      }
    }
  }
}
