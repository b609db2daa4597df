package dev.lacuna.asif;

import static dev.lacuna.asif.TwinCase.cases;
import static dev.lacuna.asif.TwinCase.script;
import static dev.lacuna.asif.TwinCase.sql;

import java.util.stream.Stream;

/** Reads as they are written for MySQL and MariaDB. */
final class MySqlReadCases {

  private MySqlReadCases() {}

  static Stream<TwinCase> all() {
    return TwinCase.concat(
        selectLists(),
        filters(),
        orderings(),
        pagings(),
        distincts(),
        joins(),
        usingAndNatural(),
        indexHints(),
        groups(),
        windows(),
        subselects(),
        ctes(),
        setOperations(),
        stars(),
        expressions(),
        locks(),
        explains());
  }

  private static Stream<TwinCase> selectLists() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.SELECT_LIST,
        sql("SELECT `id`, `nickname` FROM `users` WHERE `id` = 1"),
        sql("SELECT SQL_NO_CACHE nickname FROM users"),
        sql("SELECT SQL_CALC_FOUND_ROWS id, nickname FROM users ORDER BY id LIMIT 2"),
        sql("SELECT SQL_SMALL_RESULT HIGH_PRIORITY nickname, level FROM users"),
        sql("SELECT nickname FROM users AS `u s`"),
        sql(
            "SELECT id, level DIV 2, level % 2, level MOD 3, -level, ~level & 7, level <<"
                + " 2 FROM users"),
        sql("SELECT id, nickname <=> NULL, level <=> 1 FROM users"),
        sql("SELECT id, NOT level, !level, level XOR 0, level && 1 FROM users"),
        sql("SELECT ? AS p, nickname, ? + level FROM users WHERE id = ?", "a", 2, 1),
        sql("SELECT DISTINCTROW level FROM users"),
        sql("SELECT users.*, level * 2 FROM users WHERE id = 1"),
        sql("SELECT nickname AS 'quoted alias', level AS \"another\" FROM users"));
  }

  private static Stream<TwinCase> filters() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.FILTER,
        sql("SELECT id FROM users WHERE nickname <=> NULL"),
        sql("SELECT id FROM users WHERE nickname <=> ?", "ace"),
        sql("SELECT id FROM users WHERE NOT nickname <=> 'ace'"),
        sql("SELECT id FROM users WHERE nickname REGEXP '^a' OR name REGEXP '^A'"),
        sql("SELECT id FROM users WHERE nickname RLIKE 'x' IS NULL"),
        sql("SELECT id FROM users WHERE level"),
        sql("SELECT id FROM users WHERE level = '1'"),
        sql("SELECT id FROM users WHERE level = 1.0 && nickname IS NULL"),
        sql("SELECT id FROM users WHERE ISNULL(nickname) AND id BETWEEN 2 AND 4"),
        sql("SELECT id FROM users WHERE nickname LIKE BINARY 'A%' IS NULL"),
        sql("SELECT id FROM users WHERE IF(nickname IS NULL, id, 0) > 3"),
        sql("SELECT id FROM users WHERE (level, id) = (1, 3)"),
        sql("SELECT id FROM users WHERE ROW(level, id) IN (ROW(1, 2), ROW(1, 3))"),
        sql("SELECT id FROM users WHERE level IN (?, ?, ?) AND id > ?", 1, 2, 3, 4),
        sql("SELECT id FROM orders WHERE discount = 0 AND status IN ('open', 'void')"),
        sql(
            "SELECT id FROM orders WHERE discount BETWEEN 0 AND 1 AND FIND_IN_SET('home',"
                + " tags)"),
        sql("SELECT id FROM users WHERE level IS TRUE AND nickname IS NOT TRUE"),
        sql("SELECT id FROM users WHERE level IS NOT UNKNOWN"),
        sql("SELECT id FROM users WHERE nickname SOUNDS LIKE 'x' IS NULL"),
        sql("SELECT id FROM users WHERE name LIKE '%\\'%' AND level = 1"),
        sql("SELECT id FROM users WHERE COALESCE(nickname, \"it's\") = 'it\\'s'"));
  }

  private static Stream<TwinCase> orderings() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.ORDER_BY,
        sql("SELECT id FROM users ORDER BY nickname IS NULL, nickname, id DESC"),
        sql("SELECT id FROM users ORDER BY FIELD(level, 2, 1), id"),
        sql("SELECT id FROM users ORDER BY ISNULL(nickname) DESC, name"),
        sql("SELECT id, nickname FROM users ORDER BY `nickname` DESC, `id` DESC"),
        sql("SELECT id, level + 1 AS next FROM users ORDER BY next, id"),
        sql("SELECT id FROM orders ORDER BY discount * 2, id LIMIT 3"),
        sql("SELECT id, nickname AS name FROM users ORDER BY name, id"));
  }

  private static Stream<TwinCase> pagings() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.PAGING,
        sql("SELECT id, nickname FROM users ORDER BY id LIMIT 1, 2"),
        sql("SELECT id FROM users WHERE level = 1 ORDER BY id LIMIT 2 OFFSET 2"),
        sql("SELECT nickname FROM users LIMIT 0"),
        sql("SELECT id, nickname FROM users ORDER BY nickname, id LIMIT 18446744073709551615"),
        sql("(SELECT id, nickname FROM users ORDER BY id DESC LIMIT 1) ORDER BY id"));
  }

  private static Stream<TwinCase> distincts() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.DISTINCT,
        sql("SELECT DISTINCT level, nickname FROM users ORDER BY level"),
        sql("SELECT COUNT(DISTINCT level, city) FROM users"),
        sql("SELECT COUNT(DISTINCT nickname), SUM(DISTINCT level) FROM users"),
        sql("SELECT DISTINCT city, discount FROM users JOIN orders ON user_id = users.id"));
  }

  private static Stream<TwinCase> joins() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.JOIN,
        sql(
            "SELECT u.nickname, o.item FROM users u STRAIGHT_JOIN orders o ON o.user_id ="
                + " u.id"),
        sql(
            "SELECT STRAIGHT_JOIN u.nickname, o.discount FROM users u, orders o WHERE u.id"
                + " = o.user_id"),
        sql("SELECT u.nickname, o.item FROM users u CROSS JOIN orders o ON o.user_id = u.id"),
        sql(
            "SELECT u.nickname, o.item FROM users u JOIN orders o WHERE o.user_id = u.id"
                + " AND o.discount = 0"),
        sql(
            "SELECT u.name, o.discount, p.nickname FROM users u LEFT JOIN (orders o, pets"
                + " p) ON o.user_id = u.id AND p.owner_id = u.id AND o.discount < 1"),
        sql(
            "SELECT u.name, o.item FROM users u LEFT JOIN (orders o CROSS JOIN pets p) ON"
                + " o.user_id = u.id AND p.owner_id = u.id AND o.discount = 0"),
        sql(
            "SELECT a.nickname, b.level FROM (users a JOIN users b ON a.id = b.manager_id)"
                + " WHERE a.level = b.level"),
        sql(
            "SELECT u.id, o.discount FROM users u LEFT JOIN orders o ON o.user_id = u.id"
                + " AND o.discount > 0 WHERE o.id IS NULL"),
        sql(
            "SELECT u.id, c.country FROM users u, cities c WHERE u.city = c.city AND"
                + " u.nickname IS NULL"),
        sql(
            "SELECT u.nickname, m.nickname FROM users u JOIN (users m, cities c) ON m.id ="
                + " u.manager_id AND c.city = m.city"),
        sql(
            "SELECT n.mood, u.nickname FROM notes n LEFT JOIN users u ON u.id = n.id AND"
                + " n.stars = 3"));
  }

  private static Stream<TwinCase> usingAndNatural() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.USING_AND_NATURAL,
        sql("SELECT * FROM users NATURAL JOIN pets"),
        sql("SELECT u.nickname, p.nickname FROM users u RIGHT JOIN pets p USING (nickname)"),
        sql("SELECT discount, item, title FROM orders NATURAL RIGHT JOIN rebates"),
        sql("SELECT a.id FROM users a JOIN users b USING (id, level)"),
        sql("SELECT level FROM users a JOIN users b USING (level) WHERE a.id = 1"),
        sql("SELECT * FROM users a LEFT JOIN users b USING (nickname, level) WHERE a.id = 2"));
  }

  private static Stream<TwinCase> indexHints() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.HINT,
        sql("SELECT nickname FROM users USE INDEX (PRIMARY) WHERE id = 1"),
        sql("SELECT nickname FROM users u FORCE INDEX (users_city) WHERE city = 'Paris'"),
        sql("SELECT nickname FROM users IGNORE INDEX (users_city) WHERE city = 'Paris'"),
        sql(
            "SELECT id FROM orders WHERE user_id IN (SELECT u.id FROM users u USE INDEX (PRIMARY)"
                + " LEFT JOIN orders o USE INDEX (PRIMARY) ON o.user_id = u.id WHERE u.nickname IS"
                + " NULL AND o.discount = 0)"),
        sql(
            "SELECT u.nickname FROM users AS u USE INDEX FOR JOIN (PRIMARY) JOIN orders o"
                + " FORCE INDEX (PRIMARY) ON o.user_id = u.id WHERE o.discount = 0"),
        sql(
            "SELECT nickname FROM users USE INDEX FOR ORDER BY (users_city) IGNORE INDEX"
                + " FOR GROUP BY (PRIMARY) ORDER BY city, id"),
        sql("SELECT nickname FROM users USE KEY () WHERE level = 1"),
        sql("SELECT /*+ MAX_EXECUTION_TIME(10000) */ nickname FROM users"),
        sql(
            "SELECT /*+ BKA(o) NO_ICP(u) */ u.nickname, o.discount FROM users u JOIN"
                + " orders o ON o.user_id = u.id"),
        sql("SELECT unit, value FROM readings PARTITION (p26)"),
        sql(
            "SELECT r.unit, r.value FROM readings PARTITION (p25, p26) AS r WHERE r.unit ="
                + " 'C'"),
        sql("SELECT * FROM readings PARTITION (p26)"),
        sql("SELECT COUNT(*) FROM readings PARTITION (later) WHERE unit = 'C'"));
  }

  private static Stream<TwinCase> groups() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.GROUP_BY,
        sql("SELECT GROUP_CONCAT(nickname) FROM users"),
        sql(
            "SELECT GROUP_CONCAT(DISTINCT level ORDER BY level DESC SEPARATOR '; ') FROM"
                + " users"),
        sql(
            "SELECT city, GROUP_CONCAT(name, COALESCE(nickname, '-') ORDER BY level, id"
                + " SEPARATOR '|') FROM users GROUP BY city"),
        sql("SELECT level, COUNT(*) FROM users GROUP BY level WITH ROLLUP"),
        sql("SELECT city, nickname, COUNT(*) FROM users GROUP BY city, nickname WITH ROLLUP"),
        sql("SELECT id, nickname, level FROM users GROUP BY id"),
        sql(
            "SELECT u.id, u.nickname, COUNT(o.id), SUM(o.discount) FROM users u LEFT JOIN"
                + " orders o ON o.user_id = u.id GROUP BY u.id ORDER BY u.id"),
        sql("SELECT nickname, MAX(id) AS m FROM users GROUP BY nickname HAVING m > 3"),
        sql("SELECT level AS l, COUNT(*) FROM users GROUP BY l HAVING l = 1 AND COUNT(*) > 2"),
        sql(
            "SELECT IFNULL(nickname, 'none') AS n, COUNT(*) AS c FROM users GROUP BY n"
                + " ORDER BY c"),
        sql(
            "SELECT BIT_AND(level), BIT_OR(level), BIT_XOR(level), STD(level),"
                + " VARIANCE(level) FROM users"),
        sql("SELECT JSON_ARRAYAGG(level) FROM users"),
        sql("SELECT JSON_OBJECTAGG(id, nickname) FROM users WHERE id = 1"),
        sql("SELECT COUNT(*) FROM users GROUP BY nickname, level HAVING SUM(level) > 5"),
        sql("SELECT city FROM users GROUP BY city, level HAVING level = 1 ORDER BY city"),
        sql(
            "SELECT SUM(nickname IS NULL), SUM(level = 1), AVG(discount) FROM users JOIN"
                + " orders ON orders.user_id = users.id"),
        sql("SELECT MIN(nickname), MAX(nickname), MIN(discount) FROM users, orders"),
        sql("SELECT YEAR(joined) AS y, SUM(level) FROM users GROUP BY YEAR(joined)"),
        sql("SELECT DATE_FORMAT(joined, '%Y-%m') AS m, COUNT(nickname) FROM users GROUP BY m"));
  }

  private static Stream<TwinCase> windows() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.WINDOW,
        sql(
            "SELECT id, ROW_NUMBER() OVER (PARTITION BY level ORDER BY id DESC) AS n FROM"
                + " users"),
        sql(
            "SELECT id, DENSE_RANK() OVER (ORDER BY nickname), NTILE(2) OVER (ORDER BY"
                + " level, id) FROM users"),
        sql(
            "SELECT id, SUM(level) OVER w, AVG(level) OVER w FROM users WINDOW w AS (ORDER"
                + " BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)"),
        sql(
            "SELECT id, FIRST_VALUE(nickname) OVER (ORDER BY id), LAST_VALUE(level) OVER"
                + " (ORDER BY id) FROM users"),
        sql(
            "SELECT id, LAG(level) OVER (ORDER BY id), LEAD(nickname, 2) OVER (ORDER BY"
                + " id) FROM users"),
        sql(
            "SELECT item, SUM(amount - discount) OVER (PARTITION BY user_id ORDER BY id)"
                + " FROM orders"),
        sql(
            "SELECT city, COUNT(*), RANK() OVER (ORDER BY SUM(level) DESC) FROM users"
                + " GROUP BY city"),
        sql(
            "SELECT t.* FROM (SELECT u.*, ROW_NUMBER() OVER (PARTITION BY nickname ORDER"
                + " BY id) AS rn FROM users u) t WHERE rn = 1"));
  }

  private static Stream<TwinCase> subselects() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.SUBSELECT,
        sql(
            "SELECT `name` FROM `users` WHERE `level` = (SELECT MAX(`level`) FROM `users`)"
                + " AND id < 3"),
        sql(
            "SELECT id, (SELECT COUNT(*) FROM orders o WHERE o.user_id = u.id AND"
                + " o.discount <=> 0) AS n FROM users u"),
        sql(
            "SELECT id FROM users WHERE (nickname, level) IN (SELECT nickname, level FROM"
                + " users)"),
        sql("SELECT id FROM users WHERE level = SOME (SELECT level FROM users WHERE id = 1)"),
        sql(
            "SELECT id FROM users WHERE (level, 1) = (SELECT level, 1 FROM users WHERE id"
                + " = 2)"),
        sql(
            "SELECT id FROM orders WHERE user_id IN (SELECT id FROM users WHERE nickname"
                + " IS NULL) AND discount = 0"),
        sql(
            "SELECT x.id FROM (SELECT id, level AS l FROM users ORDER BY id LIMIT 3) AS x"
                + " WHERE x.l = 1"),
        sql("SELECT d.n FROM (SELECT DISTINCT nickname AS n FROM users) d"),
        sql(
            "SELECT EXISTS(SELECT * FROM users WHERE level = 1), NOT EXISTS(SELECT 1 FROM"
                + " users WHERE nickname = 'a')"),
        sql(
            "SELECT u.name FROM users u WHERE u.level >= ALL (SELECT discount FROM orders"
                + " WHERE user_id = u.id)"),
        sql(
            "SELECT id FROM users WHERE id IN (SELECT manager_id FROM users WHERE nickname"
                + " IS NULL AND manager_id IS NOT NULL)"),
        sql("SELECT 1 FROM DUAL WHERE EXISTS (SELECT nickname FROM users)"),
        sql("SELECT IF((SELECT COUNT(nickname) FROM users) = 0, 'none', 'some')"),
        sql(
            "SELECT id FROM pets WHERE nickname = (SELECT nickname FROM users WHERE"
                + " users.id = pets.owner_id) IS NULL"),
        sql(
            "SELECT id FROM pets WHERE EXISTS (SELECT 1 FROM users WHERE users.id ="
                + " pets.owner_id AND level = 1)"));
  }

  private static Stream<TwinCase> ctes() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.CTE,
        sql(
            "WITH n AS (SELECT id, nickname FROM users) SELECT `n`.`nickname` FROM `n`"
                + " WHERE id = 1"),
        sql(
            "WITH a AS (SELECT id, level FROM users), b AS (SELECT level, COUNT(*) AS c"
                + " FROM a GROUP BY level) SELECT * FROM b"),
        sql(
            "WITH RECURSIVE r (id, path) AS (SELECT id, CAST(COALESCE(nickname, name) AS"
                + " CHAR(200)) FROM users WHERE manager_id IS NULL UNION ALL SELECT u.id,"
                + " CONCAT(r.path, '/', u.name, u.level) FROM users u JOIN r ON u.manager_id ="
                + " r.id) SELECT * FROM r ORDER BY path"),
        sql(
            "WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 3)"
                + " SELECT i, nickname FROM n JOIN users ON users.id = n.i"),
        sql(
            "SELECT * FROM (WITH t AS (SELECT id, level FROM users) SELECT * FROM t) x"
                + " WHERE level = 1"),
        sql(
            "WITH users2 AS (SELECT * FROM users) SELECT nickname, level FROM users2 WHERE"
                + " id < 3"),
        sql(
            "WITH nickname AS (SELECT level AS nickname FROM users) SELECT"
                + " nickname.nickname FROM nickname"));
  }

  private static Stream<TwinCase> setOperations() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.SET_OPERATION,
        sql(
            "SELECT id, nickname FROM users UNION DISTINCT SELECT id, nickname FROM pets"
                + " ORDER BY id, 2"),
        sql(
            "(SELECT id, level FROM users ORDER BY id LIMIT 2) UNION ALL (SELECT id,"
                + " discount FROM orders ORDER BY id LIMIT 2)"),
        sql("SELECT level FROM users UNION SELECT discount FROM orders ORDER BY level"),
        sql("SELECT nickname FROM users UNION ALL SELECT name FROM users ORDER BY 1 LIMIT 3"),
        sql("SELECT level FROM users INTERSECT SELECT id FROM users"),
        sql("SELECT id FROM users EXCEPT SELECT level FROM users"),
        sql(
            "SELECT x FROM (SELECT nickname AS x FROM users UNION SELECT city FROM cities)"
                + " t ORDER BY x"));
  }

  private static Stream<TwinCase> stars() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.STAR,
        sql("SELECT * FROM profiles"),
        sql("SELECT p.* FROM profiles p WHERE shoe IS NULL ORDER BY id"),
        sql("SELECT * FROM profiles JOIN users USING (id)"),
        sql("SELECT * FROM notes WHERE id = 1"),
        sql("SELECT * FROM users, orders WHERE users.id = orders.user_id AND orders.id = 1"),
        sql("SELECT *, name FROM profiles"),
        sql("SELECT * FROM users u LEFT JOIN profiles p ON p.id = u.id ORDER BY u.id"),
        sql("SELECT x.* FROM (SELECT * FROM profiles) x"),
        sql("SELECT * FROM profiles UNION ALL SELECT * FROM profiles ORDER BY 2"),
        sql("SELECT * FROM readings ORDER BY id, taken"));
  }

  private static Stream<TwinCase> expressions() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.EXPRESSION,
        sql(
            "SELECT IF(nickname IS NULL, 'none', nickname), IFNULL(nickname, name),"
                + " NULLIF(level, 1) FROM users"),
        sql(
            "SELECT CONCAT(name, '/', nickname), CONCAT_WS('/', name, nickname, level)"
                + " FROM users"),
        sql(
            "SELECT CAST(level AS CHAR), CAST(level AS SIGNED), CONVERT(level,"
                + " DECIMAL(5,2)), CONVERT(nickname USING utf8mb4) FROM users"),
        sql(
            "SELECT CAST(nickname AS CHAR(3)), BINARY name, level + '2' FROM users WHERE"
                + " id = 1"),
        sql(
            "SELECT JSON_OBJECT('nick', nickname, 'level', level), JSON_ARRAY(nickname,"
                + " level) FROM users"),
        sql(
            "SELECT JSON_EXTRACT(meta, '$.a[1]'), JSON_UNQUOTE(JSON_EXTRACT(meta, '$.a')),"
                + " JSON_LENGTH(meta) FROM widgets"),
        sql(
            "SELECT JSON_SET(meta, '$.b', 1), JSON_CONTAINS(meta, '1', '$.a'),"
                + " JSON_TYPE(meta), JSON_VALID(meta) FROM widgets"),
        sql(
            "SELECT JSON_VALUE(meta, '$.a[0]') FROM widgets WHERE JSON_VALUE(meta,"
                + " '$.a[0]') = 1"),
        sql(
            "SELECT w.id, t.v FROM widgets w JOIN JSON_TABLE('[1, 2]', '$[*]' COLUMNS (v"
                + " int PATH '$')) t ON t.v = w.id AND w.active"),
        sql(
            "SELECT GREATEST(level, 5), LEAST(level, 0), ELT(level, 'a', 'b'),"
                + " FIELD(level, 3, 1), INTERVAL(level, 0, 5) FROM users"),
        sql(
            "SELECT DATE_ADD(since, INTERVAL 1 MONTH), DATEDIFF(since, '2026-01-01'),"
                + " since + INTERVAL 1 DAY, DATE_FORMAT(made, '%H:%i') FROM widgets"),
        sql(
            "SELECT YEAR(since), EXTRACT(MONTH FROM made), TIMESTAMPDIFF(DAY, since,"
                + " made), HOUR(alarm) FROM widgets"),
        sql(
            "SELECT UPPER(nickname), LENGTH(nickname), SUBSTRING(label, 2, 3), LEFT(label,"
                + " 2), INSTR(label, 'new'), HEX(raw) FROM users JOIN widgets ON widgets.id ="
                + " users.id"),
        sql(
            "SELECT CASE WHEN level > 0 THEN 'pos' WHEN nickname IS NULL THEN 'null' END"
                + " AS c FROM users"),
        sql(
            "SELECT nickname COLLATE utf8mb4_bin, name COLLATE utf8mb4_general_ci FROM"
                + " users ORDER BY nickname COLLATE utf8mb4_bin, id"),
        sql(
            "SELECT CHARSET(nickname), COLLATION(latin), CHARSET(latin), CHARSET(raw) FROM"
                + " users JOIN widgets ON widgets.id = users.id"),
        sql("SELECT @n := id, nickname FROM users ORDER BY id"),
        sql("SELECT ST_AsText(place) FROM widgets"),
        sql("SELECT MATCH_me.level FROM users MATCH_me WHERE MATCH_me.id = 1"),
        sql("SELECT DEFAULT(level), DEFAULT(nickname) FROM users WHERE id = 1"),
        sql("SELECT SHA2(nickname, 256), CRC32(nickname) FROM users WHERE id = 1"));
  }

  private static Stream<TwinCase> locks() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.LOCKING,
        sql("SELECT nickname FROM users WHERE id = 1 LOCK IN SHARE MODE"),
        sql("SELECT id, nickname FROM users ORDER BY id LIMIT 2 FOR UPDATE SKIP LOCKED"),
        sql("SELECT id, nickname FROM users WHERE level = 1 FOR UPDATE NOWAIT"),
        sql("SELECT id, level FROM users WHERE id = ? FOR UPDATE SKIP LOCKED", 2),
        sql(
            "SELECT u.nickname, o.discount FROM users u JOIN orders o ON o.user_id = u.id"
                + " FOR UPDATE"),
        sql(
            "SELECT id FROM users WHERE id IN (SELECT user_id FROM orders WHERE discount ="
                + " 0) FOR UPDATE"),
        sql("SELECT * FROM profiles FOR UPDATE"),
        script("which rows FOR UPDATE locks, on MySQL", MySqlScripts::lockedRows));
  }

  private static Stream<TwinCase> explains() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.EXPLAIN,
        sql("EXPLAIN SELECT nickname FROM users").butOnlyItsShape(),
        sql("EXPLAIN FORMAT=JSON SELECT u.nickname, o.discount FROM users u JOIN orders o"
                + " ON o.user_id = u.id")
            .butOnlyItsShape(),
        sql("EXPLAIN UPDATE users SET nickname = 'x', age = 1 WHERE id = 1").butOnlyItsShape(),
        sql("EXPLAIN DELETE FROM orders WHERE discount = 0").butOnlyItsShape(),
        sql("EXPLAIN INSERT INTO users (name, nickname) VALUES ('a', 'b')").butOnlyItsShape());
  }
}
