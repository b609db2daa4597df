package dev.lacuna.asif;

import static dev.lacuna.asif.TwinCase.cases;
import static dev.lacuna.asif.TwinCase.sql;

import java.util.stream.Stream;

/** Names: other ways to write them, and names that only look like the column. */
final class NameCases {

  private NameCases() {}

  static Stream<TwinCase> all() {
    return Stream.of(aliases(), names(), lookalikes(), comments(), escapes())
        .flatMap(cases -> cases);
  }

  private static Stream<TwinCase> aliases() {
    return TwinCase.concat(
        cases(
            Feature.ALIAS,
            sql("SELECT u.nickname AS \"Nick Name\" FROM users AS u"),
            sql("SELECT nickname nick FROM users u"),
            sql("SELECT users.nickname FROM orders AS o JOIN users ON users.id = o.user_id"),
            sql("SELECT orders.nickname FROM users orders"),
            sql("SELECT nickname AS name, name AS nickname FROM users ORDER BY nickname")),
        cases(
            Engines.POSTGRESQL,
            Feature.ALIAS,
            sql("SELECT t.b FROM users AS t(a, b) WHERE t.nickname IS NULL"),
            sql("SELECT a, h, i FROM users AS t(a, b, c, d, e, f, g, h, i)"),
            sql("SELECT \"U\".nickname FROM users \"U\"")));
  }

  private static Stream<TwinCase> names() {
    return cases(
        Engines.POSTGRESQL,
        Feature.NAMES,
        sql("SELECT public.users.nickname FROM public.users"),
        sql("SELECT \"nickname\" FROM \"users\""),
        sql("SELECT \"public\".\"users\".\"nickname\" FROM \"public\".\"users\""),
        sql("SELECT \"Note\" FROM billing.invoices"),
        sql("SELECT i.\"Note\", i.id FROM billing.invoices i WHERE i.\"Note\" = 'n/a'"),
        sql("SELECT billing.invoices.\"Note\" FROM billing.invoices"),
        sql("SELECT \"Unit Price\" * \"Qty\" FROM \"Order Lines\""),
        sql("SELECT l.\"Unit Price\" FROM \"Order Lines\" l WHERE l.\"Unit Price\" > ?", 1),
        sql("UPDATE \"Order Lines\" SET \"Unit Price\" = 1, \"Qty\" = 9 WHERE id = 1"),
        sql("UPDATE billing.invoices SET \"Note\" = 'paid' WHERE id = 2"),
        sql("INSERT INTO billing.invoices (id, \"Note\", total) VALUES (9, 'x', 1)"),
        sql("SELECT U&\"nickname\" FROM users"),
        sql("SELECT pg_catalog.upper(u.nickname) FROM public.users AS u"));
  }

  private static Stream<TwinCase> lookalikes() {
    return TwinCase.concat(
        cases(
            Feature.LOOKALIKE,
            sql("SELECT nickname FROM pets"),
            sql("SELECT p.nickname FROM pets p JOIN users u ON u.id = p.owner_id"),
            sql("SELECT name AS nickname FROM users"),
            sql("SELECT 'nickname' AS what, name FROM users"),
            sql("SELECT name FROM users -- nickname"),
            sql("WITH nickname AS (SELECT 1 AS x) SELECT x FROM nickname"),
            sql("WITH users AS (SELECT 'cte' AS nickname) SELECT nickname FROM users"),
            sql("WITH users AS (SELECT 1 AS id, 'cte' AS nickname) SELECT * FROM users"),
            sql("SELECT nickname FROM (SELECT name AS nickname FROM users) users"),
            sql("SELECT nickname.name FROM users nickname"),
            sql("SELECT u.level FROM (SELECT 5 AS level) u"),
            sql("UPDATE pets SET nickname = 'Max' WHERE id = 1"),
            sql("INSERT INTO pets (id, nickname) VALUES (9, 'New')"),
            sql("SELECT discount FROM rebates WHERE discount > 1"),
            sql("SELECT at AS level FROM logins"),
            sql("SELECT id AS discount FROM orders ORDER BY discount DESC"),
            sql("SELECT id, name, country FROM users NATURAL JOIN cities"),
            sql("SELECT count(*) FROM users"),
            sql("SELECT * FROM pets"),
            sql("SELECT name AS nickname FROM users ORDER BY nickname"),
            sql("DELETE FROM orders")),
        cases(Engines.NOT_MARIADB, Feature.LOOKALIKE, sql("TABLE pets")),
        cases(
            Engines.NOT_MYSQL,
            Feature.LOOKALIKE,
            sql("INSERT INTO rebates (discount, title) VALUES (9, 'big') RETURNING discount"),
            sql("VALUES (1, 'nickname'), (2, 'level')"),
            sql("SELECT * FROM (VALUES (1, 'a'), (2, 'b')) AS v(id, nickname)")),
        cases(
            Engines.POSTGRESQL,
            Feature.LOOKALIKE,
            sql("SELECT $$nickname$$, $a$SELECT nickname FROM users$a$"),
            sql("SELECT name /* nickname /* nested */ level */ FROM users"),
            sql("SELECT level FROM generate_series(1, 3) AS level"),
            sql("SELECT E'it\\'s a nickname', U&'nickname', B'101'"),
            sql("INSERT INTO users VALUES (61, 'Some')"),
            sql(
                "UPDATE users SET name = p.nickname FROM pets p WHERE p.owner_id = users.id AND p.id = 1")));
  }

  private static Stream<TwinCase> comments() {
    return TwinCase.concat(
        cases(
            Feature.COMMENT,
            sql("/*+ IndexScan(u) */ SELECT u.nickname FROM users u WHERE u.id = 1"),
            sql("SELECT/**/nickname/**/FROM/**/users"),
            sql("SELECT nickname FROM users /* ? */ WHERE id = ? -- ?", 1),
            sql("/* a */ UPDATE /* b */ users /* c */ SET /* d */ nickname /* e */ = 'x' -- f"),
            sql(
                "INSERT/*a*/INTO users/*b*/(name,/*c*/nickname/*d*/)VALUES('a'/*e*/,'b'/*f*/)/*g*/"),
            sql("SELECT id, -- the key\n       nickname -- the name\n  FROM users -- all of them"),
            sql("  \n\t SELECT\n\n nickname\r\n FROM\tusers ;")));
  }

  private static Stream<TwinCase> escapes() {
    return TwinCase.concat(
        cases(
            Feature.ESCAPE,
            sql("SELECT {fn ucase(nickname)}, {fn length(name)} FROM users"),
            sql("SELECT nickname FROM users WHERE joined = {d '2026-01-01'}"),
            sql(
                "SELECT u.nickname, o.item FROM {oj users u LEFT OUTER JOIN orders o ON o.user_id = u.id}"),
            sql(
                "UPDATE users SET nickname = {fn concat('a', 'b')}, joined = {d '2026-02-02'} WHERE id = 1"),
            sql(
                "INSERT INTO widgets (id, name, sold) VALUES (9, 'x', {ts '2026-01-01 10:00:00'})")),
        cases(
            Engines.POSTGRESQL,
            Feature.ESCAPE,
            sql(
                "SELECT id FROM users WHERE nickname LIKE 'a|_%' {escape '|'} OR level = {fn abs(-1)}")));
  }
}
