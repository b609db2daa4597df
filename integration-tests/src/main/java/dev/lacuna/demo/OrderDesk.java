package dev.lacuna.demo;

import static dev.lacuna.demo.Task.batch;
import static dev.lacuna.demo.Task.insert;
import static dev.lacuna.demo.Task.query;
import static dev.lacuna.demo.Task.transaction;
import static dev.lacuna.demo.Task.update;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;

/**
 * The application: plain JDBC, written for a database that has {@code users.nickname} and {@code
 * orders.discount}. Nothing in here knows that they may be missing.
 */
final class OrderDesk {

  /** Tasks of one kind. */
  record Shift(String title, List<Task> tasks) {}

  private OrderDesk() {}

  static List<Shift> day() {
    return List.of(
        new Shift("Look up", lookups()),
        new Shift("Join", joins()),
        new Shift("Count and sum", aggregates()),
        new Shift("Ask in a roundabout way", compositions()),
        new Shift("Write", writes()),
        new Shift("Read back what was written", readBacks()));
  }

  private static List<Task> lookups() {
    return List.of(
        query("SELECT id, name, nickname FROM users WHERE id = ?", 1),
        query("SELECT * FROM orders WHERE id = ?", 2),
        query("SELECT name FROM users WHERE city = ?", "London"),
        query("SELECT name FROM users WHERE nickname = ?", "ace"),
        query("SELECT id FROM users WHERE nickname IS NULL ORDER BY 1"),
        query("SELECT item FROM orders WHERE discount < 1 ORDER BY 1"),
        query("SELECT coalesce(nickname, name) FROM users ORDER BY id"),
        query("SELECT name FROM users ORDER BY nickname, id LIMIT 2"),
        query("SELECT DISTINCT nickname FROM users"));
  }

  private static List<Task> joins() {
    return List.of(
        query("SELECT nickname, item FROM users u JOIN orders o ON user_id = u.id ORDER BY o.id"),
        query(
            "SELECT name, discount FROM users u LEFT JOIN orders ON user_id = u.id"
                + " WHERE u.id > 2 ORDER BY u.id, orders.id"),
        query("SELECT u.* FROM orders o JOIN users u ON u.id = user_id WHERE o.id = ?", 3),
        query(
            "SELECT a.id, b.id FROM users a JOIN users b ON a.nickname IS NOT DISTINCT FROM"
                + " b.nickname AND a.city = b.city AND a.id < b.id"));
  }

  private static List<Task> aggregates() {
    return List.of(
        query("SELECT count(*), count(nickname) FROM users"),
        query("SELECT nickname, count(*) FROM users GROUP BY nickname"),
        query("SELECT sum(amount - discount) FROM orders WHERE status = ?", "open"),
        query(
            "SELECT u.id, u.nickname, sum(amount) FROM users u JOIN orders ON user_id = u.id"
                + " GROUP BY u.id ORDER BY u.id"),
        query(
            "SELECT status, max(discount) FROM orders GROUP BY status HAVING max(discount) = 0"
                + " ORDER BY status"));
  }

  private static List<Task> compositions() {
    return List.of(
        query(
            "SELECT item, (SELECT nickname FROM users u WHERE u.id = user_id) FROM orders"
                + " WHERE status = 'open' ORDER BY id"),
        query(
            "SELECT name FROM users u WHERE 0 = ANY (SELECT discount FROM orders"
                + " WHERE user_id = u.id) ORDER BY id"),
        query(
            "WITH due AS (SELECT user_id, amount - discount AS sum FROM orders) SELECT name, sum"
                + " FROM due JOIN users ON users.id = user_id WHERE sum > 100 ORDER BY sum"),
        query("SELECT nickname FROM users UNION SELECT status FROM orders ORDER BY 1"),
        query("SELECT name, rank() OVER (ORDER BY nickname, city) FROM users ORDER BY id"));
  }

  private static List<Task> writes() {
    return List.of(
        insert("INSERT INTO users (name, nickname) VALUES (?, ?)", "Eve", "eve1"),
        query("INSERT INTO users (name, nickname) VALUES ('Fay', 'f') RETURNING id, nickname"),
        update(
            "INSERT INTO orders (discount, user_id, item, amount) VALUES (45, 5, 'sofa', 450),"
                + " (3, 5, 'vase', 30)"),
        batch(
            "INSERT INTO orders (user_id, item, amount, discount) VALUES (?, ?, ?, ?)",
            List.<Object[]>of(new Object[] {6, "cup", 9, 1}, new Object[] {6, "pot", 25, 5})),
        update("UPDATE users SET nickname = ? WHERE id = ?", "ace", 1),
        update("UPDATE users SET nickname = lower(name), city = 'Bath' WHERE id = 4"),
        query(
            "UPDATE orders SET discount = 4, status = 'paid' WHERE id = 1"
                + " RETURNING amount - discount"),
        update(
            "INSERT INTO users (id, name, nickname) VALUES (?, ?, ?) ON CONFLICT (id)"
                + " DO UPDATE SET nickname = excluded.nickname",
            2,
            "Ben",
            "benny"),
        update("DELETE FROM orders WHERE status = 'void' AND discount = 0"),
        update("UPDATE orders SET status = 'paid' WHERE amount < ?", 100),
        transaction("BEGIN; SELECT nickname … FOR UPDATE; UPDATE …; COMMIT", OrderDesk::locked),
        transaction("BEGIN; UPDATE …; SAVEPOINT; UPDATE …; ROLLBACK TO; …", OrderDesk::halfWay));
  }

  private static List<Task> readBacks() {
    return List.of(
        query("SELECT name, nickname FROM users WHERE id <= 3 ORDER BY id")
            .butWithoutColumn("Ada – · Ben – · Cleo –"),
        query("SELECT name FROM users WHERE nickname = ?", "ace").butWithoutColumn("no row"),
        query("SELECT sum(discount) FROM orders").butWithoutColumn("0.00"),
        query("SELECT name, city FROM users WHERE id = 4"));
  }

  /** Looks a user up, holds the row, and changes it. */
  private static String locked(Connection connection) throws SQLException {
    String before =
        Task.rows(connection, "SELECT name, nickname FROM users WHERE id = 3 FOR UPDATE");
    return before + " · " + rename(connection, "cleopatra", 3);
  }

  /** Changes a user twice, and takes the second change back. */
  private static String halfWay(Connection connection) throws SQLException {
    String first = rename(connection, "cleo", 3);
    Savepoint savepoint = connection.setSavepoint();
    String second = rename(connection, "queen", 3);
    connection.rollback(savepoint);
    return first + " · " + second;
  }

  private static String rename(Connection connection, String nickname, long id)
      throws SQLException {
    return Task.count(connection, "UPDATE users SET nickname = ? WHERE id = ?", nickname, id);
  }
}
