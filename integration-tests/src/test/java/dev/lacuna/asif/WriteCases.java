package dev.lacuna.asif;

import static dev.lacuna.asif.TwinCase.cases;
import static dev.lacuna.asif.TwinCase.sql;

import java.util.stream.Stream;

/** Writes, whose values vanish where the column is missing. */
final class WriteCases {

  private WriteCases() {}

  static Stream<TwinCase> all() {
    return Stream.of(inserts(), upserts(), updates(), deletes(), returnings())
        .flatMap(cases -> cases);
  }

  private static Stream<TwinCase> inserts() {
    return TwinCase.concat(
        cases(
            Feature.INSERT,
            sql("INSERT INTO users (name, nickname) VALUES ('New', 'n')"),
            sql("INSERT INTO users (name, nickname) VALUES (?, ?)", "New", "n"),
            sql("INSERT INTO users (nickname, name) VALUES (?, ?)", "n", "New"),
            sql(
                "INSERT INTO users (name, nickname, email) VALUES (?, ?, ?)",
                "New",
                null,
                "n@x.org"),
            sql("INSERT INTO users (name, nickname) VALUES ('A', 'a'), ('B', NULL), ('C', 'c')"),
            sql("INSERT INTO users (name, nickname) VALUES (?, ?), (?, ?)", "A", "a", "B", "b"),
            sql("INSERT INTO users (name, nickname) VALUES ('New', DEFAULT)"),
            sql("INSERT INTO users (id, name, nickname) VALUES (DEFAULT, 'New', 'n')"),
            sql(
                "INSERT INTO orders (item, discount, amount) VALUES ('a', 1, 2), ('b', DEFAULT, 3)"),
            sql("INSERT INTO users (name, nickname) SELECT item, status FROM orders WHERE id < 3"),
            sql("INSERT INTO users (name, nickname) SELECT name, nickname FROM users WHERE id = 1"),
            sql("INSERT INTO orders (item, amount) SELECT 'x', discount FROM orders WHERE id = 1"),
            sql(
                "INSERT INTO users VALUES (60, 'All', 'a@x', 'Oslo', 1, NULL, '2026-05-05', 'nick', 2)"),
            sql(
                "INSERT INTO users VALUES (62, ?, ?, ?, ?, ?, ?, ?, ?)",
                "All",
                null,
                "Oslo",
                3,
                1,
                java.sql.Date.valueOf("2026-05-05"),
                "nick",
                2),
            sql(
                "INSERT INTO orders (user_id, item, discount) VALUES ((SELECT min(id) FROM users), 'x', 2 + 3)"),
            sql(
                "INSERT INTO users (nickname, level, name) VALUES ('n', 1, 'x') , ('m', DEFAULT, 'y')"),
            sql("INSERT INTO users (name, age, nickname) VALUES (?, ?, ?)", "New", 30, "n")),
        cases(
            Engines.POSTGRESQL,
            Feature.INSERT,
            sql("INSERT INTO users (name, nickname) VALUES (upper('n'), lower(?) || '!')", "N"),
            sql("INSERT INTO users AS u (name, nickname) VALUES ('New', 'n')"),
            sql("INSERT INTO public.users (name, nickname) VALUES ('New', 'n')"),
            sql(
                "INSERT INTO users (id, name, nickname) OVERRIDING USER VALUE VALUES (99, 'New', 'n')")));
  }

  private static Stream<TwinCase> upserts() {
    return cases(
        Engines.POSTGRESQL,
        Feature.UPSERT,
        sql("INSERT INTO users (id, name, nickname) VALUES (1, 'X', 'x') ON CONFLICT DO NOTHING"),
        sql(
            "INSERT INTO users (id, name, nickname) VALUES (9, 'X', 'x') ON CONFLICT (id) DO NOTHING"),
        sql(
            "INSERT INTO users (id, name, nickname) VALUES (1, 'X', 'x') ON CONFLICT (id)"
                + " DO UPDATE SET nickname = excluded.nickname"),
        sql(
            "INSERT INTO users (id, name, nickname) VALUES (?, ?, ?) ON CONFLICT (id)"
                + " DO UPDATE SET name = excluded.name, nickname = excluded.nickname",
            1,
            "X",
            "x"),
        sql(
            "INSERT INTO users (id, name) VALUES (1, 'X') ON CONFLICT (id)"
                + " DO UPDATE SET nickname = 'dup', age = users.age + 1"),
        sql(
            "INSERT INTO users (id, name, nickname) VALUES (2, 'X', 'x') ON CONFLICT (id)"
                + " DO UPDATE SET name = coalesce(users.nickname, excluded.nickname)"),
        sql(
            "INSERT INTO users (id, name, nickname) VALUES (2, 'X', 'x') ON CONFLICT (id)"
                + " DO UPDATE SET name = excluded.name WHERE users.nickname IS NULL"),
        sql(
            "INSERT INTO users (id, name, nickname) VALUES (2, 'X', 'x') ON CONFLICT (id)"
                + " DO UPDATE SET name = excluded.name WHERE users.nickname = 'never'"),
        sql(
            "INSERT INTO users (id, name, email, nickname) VALUES (9, 'X', 'ada@x.org', 'x')"
                + " ON CONFLICT (email) DO UPDATE SET nickname = excluded.nickname"),
        sql(
            "INSERT INTO users AS u (id, name, level) VALUES (1, 'X', 9), (8, 'Y', 9) ON CONFLICT (id)"
                + " DO UPDATE SET level = u.level + excluded.level, name = 'both'"),
        sql(
            "INSERT INTO users (id, name, nickname) VALUES (1, 'X', 'x') ON CONFLICT (id)"
                + " DO UPDATE SET (name, nickname) = (excluded.name, excluded.nickname)"
                + " RETURNING id, name, nickname"),
        sql(
            "INSERT INTO users (id, name, nickname) SELECT id, name, 'copy' FROM users"
                + " ON CONFLICT (id) DO UPDATE SET nickname = excluded.nickname"));
  }

  private static Stream<TwinCase> updates() {
    return TwinCase.concat(
        cases(
            Feature.UPDATE,
            sql("UPDATE users SET nickname = 'x'"),
            sql("UPDATE users SET nickname = ? WHERE id = ?", "x", 1),
            sql("UPDATE users SET nickname = NULL WHERE id = 99"),
            sql("UPDATE users SET nickname = 'x', age = 5 WHERE id = 1"),
            sql("UPDATE users SET age = ?, nickname = ?, city = ? WHERE id = ?", 5, "x", "Oslo", 1),
            sql("UPDATE users SET name = coalesce(nickname, 'none') WHERE id = 1"),
            sql("UPDATE users SET name = 'x' WHERE nickname IS NULL AND level = ?", 1),
            sql("UPDATE users SET name = 'x' WHERE nickname = 'none'"),
            sql("UPDATE users SET level = level + 1"),
            sql("UPDATE orders SET amount = amount - discount, discount = DEFAULT WHERE id = 2"),
            sql(
                "UPDATE users SET nickname = (SELECT item FROM orders WHERE user_id = users.id LIMIT 1)"),
            sql(
                "UPDATE users SET age = (SELECT count(*) FROM orders WHERE discount = 0) WHERE id = 1"),
            sql(
                "UPDATE users SET nickname = CASE WHEN id = 1 THEN 'one' ELSE nickname END WHERE id < 3"),
            sql("UPDATE users SET nickname = DEFAULT, level = DEFAULT, name = 'd' WHERE id = 1"),
            sql("UPDATE users SET email = nickname WHERE id = 1")),
        cases(
            Engines.POSTGRESQL,
            Feature.UPDATE,
            sql("UPDATE users SET nickname = lower(name) || '.', email = 'e' || id WHERE id < 3"),
            sql(
                "UPDATE users u SET nickname = o.item FROM orders o WHERE o.user_id = u.id AND o.id = 3"),
            sql(
                "UPDATE orders o SET amount = 1 FROM users u WHERE u.id = o.user_id AND u.nickname IS NULL"),
            sql("UPDATE users SET (nickname, age) = ('x', 7) WHERE id = 1"),
            sql("UPDATE users SET (age, nickname) = (SELECT 8, 'y') WHERE id = 1"),
            sql("UPDATE users SET (nickname, level) = ROW('x', 2) WHERE id = 2"),
            sql("UPDATE ONLY public.users AS u SET nickname = 'x' WHERE u.id = 1"),
            sql("UPDATE orders SET tags[1] = 'x', discount = 2 WHERE id = 1")));
  }

  private static Stream<TwinCase> deletes() {
    return TwinCase.concat(
        cases(
            Feature.DELETE,
            sql("DELETE FROM orders WHERE discount = 0 AND id = 1"),
            sql("DELETE FROM orders WHERE discount > ?", 0),
            sql("DELETE FROM users WHERE nickname IS NULL AND id = 4"),
            sql("DELETE FROM orders o WHERE o.discount = 0 AND o.status = 'void'"),
            sql("DELETE FROM orders WHERE user_id IN (SELECT id FROM users WHERE level = 1)")),
        cases(
            Engines.NOT_MYSQL,
            Feature.DELETE,
            sql("DELETE FROM orders WHERE discount = 0 RETURNING id, discount")),
        cases(
            Engines.POSTGRESQL,
            Feature.DELETE,
            sql(
                "DELETE FROM orders USING users u WHERE u.id = orders.user_id AND u.nickname IS NULL"),
            sql("DELETE FROM pets USING users u WHERE u.nickname = pets.nickname")));
  }

  private static Stream<TwinCase> returnings() {
    return TwinCase.concat(
        cases(
            Engines.NOT_MYSQL,
            Feature.RETURNING,
            sql("INSERT INTO users (name, nickname) VALUES ('New', 'n') RETURNING id"),
            sql("INSERT INTO users (name, nickname) VALUES ('New', 'n') RETURNING nickname"),
            sql("INSERT INTO users (name, nickname) VALUES ('New', 'n') RETURNING *"),
            sql("INSERT INTO users (name) VALUES ('New') RETURNING id, nickname, level"),
            sql("DELETE FROM orders WHERE id = 1 RETURNING *"),
            sql("DELETE FROM orders WHERE id = 1 RETURNING discount, orders.item")),
        cases(
            Engines.POSTGRESQL,
            Feature.RETURNING,
            sql(
                "INSERT INTO users (name, nickname) VALUES (?, ?) RETURNING id, nickname AS n, level",
                "New",
                "n"),
            sql("UPDATE users SET nickname = 'x' WHERE id = 1 RETURNING id, nickname"),
            sql("UPDATE users SET nickname = ? WHERE id = ? RETURNING nickname", "x", 1),
            sql("UPDATE users SET name = 'x' WHERE id = 1 RETURNING nickname, level"),
            sql("UPDATE users SET nickname = 'x', age = 1 WHERE id = 1 RETURNING *"),
            sql(
                "UPDATE users u SET level = level + 1 FROM orders o WHERE o.user_id = u.id AND o.id = 3"
                    + " RETURNING u.id, u.level, o.discount"),
            sql(
                "UPDATE orders SET discount = 4, amount = 40 WHERE id = 1 RETURNING amount - discount"),
            sql("UPDATE users SET nickname = 'x' WHERE id = 1 RETURNING OLD.nickname, NEW.nickname")
                .since(18)));
  }
}
