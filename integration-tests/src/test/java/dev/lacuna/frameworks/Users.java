package dev.lacuna.frameworks;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.SQLException;

/** A table of users, with Ada, in a database of its own; what is declared is {@code nickname}. */
record Users(TestDatabase database) {

  private static final String DECLARED = "users.nickname varchar(40)";

  /** A new one; {@code name} tells it from those of other tests. */
  static Users on(Engine engine, String name) throws SQLException {
    TestDatabase database = TestServer.shared(engine).database(name);
    database.run("CREATE TABLE users (id int PRIMARY KEY, name varchar(40), version int)");
    database.run("INSERT INTO users VALUES (1, 'Ada', 0)");
    return new Users(database);
  }

  /** The URL through Lacuna. */
  String url() {
    return database.lacunaUrl(DECLARED);
  }

  /** Lets the column arrive. */
  void migrate() throws SQLException {
    database.run("ALTER TABLE users ADD COLUMN nickname varchar(40)");
  }

  /** What a connection that knows nothing of Lacuna reads in the first column of the first row. */
  String read(String query) throws SQLException {
    return database.read(query);
  }
}
