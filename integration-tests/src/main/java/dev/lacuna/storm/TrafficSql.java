package dev.lacuna.storm;

/**
 * The statements of the storm, as an application writes them that knows {@code users.nickname}. An
 * argument list follows the order of the question marks.
 */
enum TrafficSql {
  REGISTER("INSERT INTO users (id, desk, name, nickname) VALUES (?, ?, ?, ?)"),
  SAVE(
      "INSERT INTO users (id, desk, name, nickname) VALUES (?, ?, ?, ?) ON CONFLICT (id)"
          + " DO UPDATE SET visits = users.visits + 1, nickname = excluded.nickname"),
  VISIT("UPDATE users SET visits = visits + 1, nickname = ? WHERE id = ?"),
  RENAME("UPDATE users SET nickname = ? WHERE id = ?"),
  RENAME_RETURNING("UPDATE users SET nickname = ? WHERE id = ? RETURNING id, visits, nickname"),
  LEAVE("DELETE FROM users WHERE id = ? AND coalesce(nickname, '') <> '-'"),

  READ("SELECT id, visits, nickname FROM users WHERE id = ?"),
  READ_STAR("SELECT * FROM users WHERE id = ?"),
  FIND("SELECT u.id, u.visits, u.nickname FROM users u WHERE u.id = ? AND u.nickname = ?"),

  /** Takes a transaction's snapshot without touching the table that changes. */
  GLANCE("SELECT id, 0 AS visits, nickname FROM users_history WHERE id = ?");

  private final String sql;

  TrafficSql(String sql) {
    this.sql = sql;
  }

  String sql() {
    return sql;
  }
}
