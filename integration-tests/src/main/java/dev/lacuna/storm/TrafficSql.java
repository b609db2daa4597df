package dev.lacuna.storm;

import dev.lacuna.engine.Engine;

/**
 * The statements of the storm, as an application writes them that knows {@code users.nickname}. An
 * argument list follows the order of the question marks, and is the same on all engines.
 */
enum TrafficSql {
  REGISTER("INSERT INTO users (id, desk, name, nickname) VALUES (?, ?, ?, ?)"),
  SAVE(
      "INSERT INTO users (id, desk, name, nickname) VALUES (?, ?, ?, ?) ON CONFLICT (id)"
          + " DO UPDATE SET visits = users.visits + 1, nickname = excluded.nickname",
      "INSERT INTO users (id, desk, name, nickname) VALUES (?, ?, ?, ?) ON DUPLICATE KEY"
          + " UPDATE visits = visits + 1, nickname = VALUES(nickname)"),
  VISIT("UPDATE users SET visits = visits + 1, nickname = ? WHERE id = ?"),
  RENAME("UPDATE users SET nickname = ? WHERE id = ?"),
  RENAME_JOINED(
      "UPDATE users u SET nickname = ? FROM (SELECT 1 AS one) o WHERE o.one = 1 AND u.id = ?",
      "UPDATE users u JOIN (SELECT 1 AS one) o ON o.one = 1 SET u.nickname = ? WHERE u.id = ?"),

  /** MySQL has no {@code RETURNING}. */
  RENAME_RETURNING(
      "UPDATE users SET nickname = ? WHERE id = ? RETURNING id, visits, nickname",
      "INSERT INTO users (nickname, id, desk, name) VALUES (?, ?, 0, '') ON DUPLICATE KEY"
          + " UPDATE nickname = VALUES(nickname) RETURNING id, visits, nickname"),
  LEAVE("DELETE FROM users WHERE id = ? AND coalesce(nickname, '') <> '-'"),

  READ("SELECT id, visits, nickname FROM users WHERE id = ?"),
  READ_STAR("SELECT * FROM users WHERE id = ?"),
  FIND("SELECT u.id, u.visits, u.nickname FROM users u WHERE u.id = ? AND u.nickname = ?"),

  /** Takes a transaction's snapshot without touching the table that changes. */
  GLANCE("SELECT id, 0 AS visits, nickname FROM users_history WHERE id = ?");

  private final String postgres;
  private final String mysql;

  TrafficSql(String sql) {
    this(sql, sql);
  }

  TrafficSql(String postgres, String mysql) {
    this.postgres = postgres;
    this.mysql = mysql;
  }

  String sql(Engine engine) {
    return engine == Engine.POSTGRESQL ? postgres : mysql;
  }
}
