package dev.lacuna.storm;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * MySQL and MariaDB. A trigger there names the columns that it reads, so it comes right after the
 * column, and goes right before it: within the same two ticks.
 */
final class MySqlColumnDdl extends ColumnDdl {

  private static final String SWAP = "RENAME TABLE users TO users_old, users_new TO users";
  private static final String WAITS_FOR_THE_TABLE =
      "SELECT count(*) FROM information_schema.processlist"
          + " WHERE state LIKE 'Waiting for table metadata lock' AND info = '"
          + SWAP
          + "'";

  /** Dropped columns count for the size of a row until the table is made anew. */
  private static final int DROPS_BEFORE_REBUILD = 4;

  private final boolean atOnce;
  private int triggers;
  private int drops;

  /**
   * @param atOnce whether nobody may use the table between the column and the trigger: MariaDB
   *     (11.8.6) does not always see a new trigger in what it has prepared
   */
  MySqlColumnDdl(Connections plain, boolean atOnce) {
    super(plain);
    this.atOnce = atOnce;
  }

  @Override
  void create() throws SQLException {
    run("CREATE TABLE users " + columns(null, "varchar(64)"));
  }

  @Override
  void keepHistory() throws SQLException {
    run(
        "CREATE TABLE users_history"
            + " (id bigint NOT NULL, visits int NOT NULL, nickname varchar(64), KEY (id))");
  }

  @Override
  void add(String type) throws SQLException {
    change(List.of("ALTER TABLE users ADD COLUMN nickname " + type), watch("users"));
  }

  @Override
  void drop() throws SQLException {
    drops++;
    String rebuild = drops % DROPS_BEFORE_REBUILD == 0 ? ", FORCE" : "";
    change(unwatch(), List.of("ALTER TABLE users DROP COLUMN nickname" + rebuild));
  }

  @Override
  void replace(String type) throws SQLException {
    change(
        unwatch(),
        List.of("ALTER TABLE users DROP COLUMN nickname, ADD COLUMN nickname " + type),
        watch("users"));
  }

  @Override
  void renameIn(String type) throws SQLException {
    change(renamingIn(type), watch("users"));
  }

  @Override
  void renameAway() throws SQLException {
    change(unwatch(), List.of(RENAMING_AWAY));
  }

  @SafeVarargs
  private void change(List<String>... steps) throws SQLException {
    List<String> all = new ArrayList<>();
    if (atOnce) {
      all.add("LOCK TABLES users WRITE");
    }
    for (List<String> step : steps) {
      all.addAll(step);
    }
    if (atOnce) {
      all.add("UNLOCK TABLES");
    }
    run(all);
  }

  /**
   * Locks both tables, and lets go of them when the renaming waits: it comes before all others that
   * wait (MySQL 9.7 Reference Manual, 10.11.4).
   */
  @Override
  void swap(@Nullable String type, boolean filled) throws SQLException {
    run("CREATE TABLE users_new " + columns(type, "varchar(64)"));
    FutureTask<Boolean> renaming =
        new FutureTask<>(
            () -> {
              run(SWAP);
              return true;
            });
    try (Connection connection = plain.get();
        Statement statement = connection.createStatement()) {
      statement.execute("LOCK TABLES users WRITE, users_new WRITE");
      statement.execute(copy(filled));
      if (type != null) {
        for (String sql : watch("users_new")) {
          statement.execute(sql);
        }
      }
      start(renaming);
      awaitWaiting();
      statement.execute("UNLOCK TABLES");
    }
    end(renaming);
    run("DROP TABLE users_old");
  }

  private List<String> watch(String table) {
    triggers++;
    return List.of(watch(table, "insert"), watch(table, "update"));
  }

  private String watch(String table, String event) {
    return ("CREATE TRIGGER note_%s_%d AFTER %s ON %s FOR EACH ROW"
            + " INSERT INTO users_history VALUES (NEW.id, NEW.visits, NEW.nickname)")
        .formatted(event, triggers, event, table);
  }

  private List<String> unwatch() {
    return List.of("DROP TRIGGER note_insert_" + triggers, "DROP TRIGGER note_update_" + triggers);
  }

  private static void start(FutureTask<?> task) {
    Thread thread = new Thread(task, "rename");
    thread.setDaemon(true);
    thread.start();
  }

  private void awaitWaiting() throws SQLException {
    try (Connection connection = plain.get();
        Statement statement = connection.createStatement()) {
      boolean waits = false;
      while (!waits) {
        try (ResultSet rows = statement.executeQuery(WAITS_FOR_THE_TABLE)) {
          waits = rows.next() && rows.getInt(1) == 1;
        }
      }
    }
  }

  private static void end(FutureTask<?> task) throws SQLException {
    try {
      task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted while the table was swapped", e);
    } catch (ExecutionException e) {
      throw new SQLException("the table could not be swapped", e.getCause());
    }
  }
}
