package dev.lacuna.storm;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** PostgreSQL: the trigger that keeps the history takes a row as it is. */
final class PostgresColumnDdl extends ColumnDdl {

  private static final String HISTORY = "storm/history.sql";

  PostgresColumnDdl(Connections plain) {
    super(plain);
  }

  @Override
  void create() throws SQLException {
    run("CREATE TABLE users " + columns(null, "text"));
  }

  @Override
  void keepHistory() throws SQLException {
    run(Resources.text(HISTORY));
  }

  @Override
  void add(String type) throws SQLException {
    run("ALTER TABLE users ADD COLUMN nickname " + type);
  }

  @Override
  void drop() throws SQLException {
    run("ALTER TABLE users DROP COLUMN nickname");
  }

  @Override
  void replace(String type) throws SQLException {
    run("ALTER TABLE users DROP COLUMN nickname, ADD COLUMN nickname " + type);
  }

  @Override
  void swap(@Nullable String type, boolean filled) throws SQLException {
    run(
        "BEGIN",
        "LOCK TABLE users IN ACCESS EXCLUSIVE MODE",
        "CREATE TABLE users_new " + columns(type, "text"),
        copy(filled),
        "CREATE TRIGGER note_user AFTER INSERT OR UPDATE ON users_new FOR EACH ROW EXECUTE"
            + " FUNCTION note_user()",
        "ALTER TABLE users RENAME TO users_old",
        "ALTER TABLE users_new RENAME TO users",
        "DROP TABLE users_old",
        "COMMIT");
  }
}
