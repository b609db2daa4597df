package dev.lacuna.asif;

import static dev.lacuna.asif.TwinCase.cases;
import static dev.lacuna.asif.TwinCase.sql;

import java.util.stream.Stream;

/** {@code UPDATE} and {@code DELETE} of several tables. */
final class MySqlJoinedWriteCases {

  private MySqlJoinedWriteCases() {}

  static Stream<TwinCase> all() {
    return TwinCase.concat(updates(), deletes(), quotedNames());
  }

  private static Stream<TwinCase> updates() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.MULTI_TABLE,
        sql("UPDATE users u JOIN orders o ON o.user_id = u.id SET u.nickname = o.item"),
        sql(
            "UPDATE users u JOIN orders o ON o.user_id = u.id SET u.nickname = o.item,"
                + " u.age = 1 WHERE o.id = 3"),
        sql(
            "UPDATE users u, orders o SET u.nickname = 'x', o.discount = 1 WHERE o.user_id"
                + " = u.id AND o.id = 1"),
        sql(
            "UPDATE users u, orders o SET u.age = 2, o.discount = 1 WHERE o.user_id = u.id"
                + " AND u.nickname IS NULL"),
        sql(
            "UPDATE users, orders SET users.age = orders.discount, amount = level WHERE"
                + " orders.user_id = users.id"),
        sql(
            "UPDATE users u LEFT JOIN orders o ON o.user_id = u.id AND o.discount = 0 SET"
                + " u.nickname = 'none', u.city = 'Oslo' WHERE o.id IS NULL"),
        sql(
            "UPDATE orders o JOIN (SELECT id, level FROM users) u ON u.id = o.user_id SET"
                + " o.amount = o.amount + u.level, o.discount = u.level"),
        sql(
            "UPDATE orders JOIN users USING (id) SET amount = 0, nickname = 'x' WHERE"
                + " level = 1"),
        sql(
            "UPDATE users a JOIN users b ON b.id = a.manager_id SET a.nickname = b.name,"
                + " a.age = b.level"),
        sql("UPDATE pets p JOIN users u ON u.id = p.owner_id SET p.nickname = u.nickname"),
        sql(
            "UPDATE users u INNER JOIN notes n ON n.id = u.id SET n.body = u.level,"
                + " n.stars = 5, u.nickname = 'y'"),
        sql(
            "UPDATE users u JOIN orders o ON o.user_id = u.id SET u.nickname = ?, o.status"
                + " = ? WHERE o.discount = ?",
            "x",
            "done",
            0));
  }

  private static Stream<TwinCase> deletes() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.MULTI_TABLE,
        sql("DELETE o FROM orders o JOIN users u ON u.id = o.user_id WHERE u.nickname IS NULL"),
        sql(
            "DELETE orders FROM orders JOIN users ON users.id = orders.user_id WHERE level"
                + " = 1 AND discount = 0"),
        sql(
            "DELETE FROM orders USING orders JOIN users ON users.id = orders.user_id WHERE"
                + " users.level = 1"),
        sql(
            "DELETE FROM o USING orders AS o INNER JOIN users AS u ON u.id = o.user_id AND"
                + " o.discount < u.level"),
        sql(
            "DELETE o, p FROM orders o, pets p, users u WHERE o.user_id = u.id AND"
                + " p.owner_id = u.id AND u.nickname IS NULL"),
        sql("DELETE o.* FROM orders o WHERE o.discount = 0"),
        sql(
            "DELETE n FROM notes n LEFT JOIN users u ON u.id = n.id AND u.nickname = 'x'"
                + " WHERE u.id IS NULL"),
        sql(
            "DELETE o FROM orders o JOIN users u ON u.id = o.user_id WHERE u.level = ? AND"
                + " o.status = ?",
            1,
            "void"));
  }

  private static Stream<TwinCase> quotedNames() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.NAMES,
        sql("UPDATE users FORCE INDEX (PRIMARY) SET nickname = 'x' WHERE id > 4"),
        sql("SELECT * FROM `Order Lines`"),
        sql("SELECT `Order Lines`.* FROM `Order Lines` WHERE `Unit Price` = 9.99"),
        sql("SELECT `Unit Price` * `Qty` FROM `Order Lines`"),
        sql("SELECT l.`Unit Price` FROM `Order Lines` l WHERE l.`Unit Price` > ?", 1),
        sql("SELECT `unit price` FROM `Order Lines`"),
        sql("UPDATE `Order Lines` SET `Unit Price` = 1, `Qty` = 9 WHERE id = 1"),
        sql(
            "UPDATE `Order Lines` SET `Unit Price` = `Unit Price` * 2, `Qty` = 1 WHERE `Unit Price` = 9.99"),
        sql("INSERT INTO `Order Lines` (id, `order`, `Unit Price`) VALUES (9, 1, 2.50)"),
        sql("INSERT INTO `Order Lines` SET id = 9, `order` = 1, `Unit Price` = 3"),
        sql("SELECT \"nickname\", \"u\".\"level\" FROM \"users\" \"u\"")
            .butOnlyAs(Mode.ANSI_QUOTES),
        sql("UPDATE \"users\" SET \"nickname\" = 'x', \"age\" = 5 WHERE \"id\" = 1")
            .butOnlyAs(Mode.ANSI_QUOTES),
        sql("INSERT INTO \"Order Lines\" (\"id\", \"Unit Price\", \"Qty\") VALUES (9, 1.5, 2)")
            .butOnlyAs(Mode.ANSI_QUOTES));
  }
}
