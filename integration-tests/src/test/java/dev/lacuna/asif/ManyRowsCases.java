package dev.lacuna.asif;

import static dev.lacuna.asif.TwinCase.cases;
import static dev.lacuna.asif.TwinCase.keys;
import static dev.lacuna.asif.TwinCase.keysByName;
import static dev.lacuna.asif.TwinCase.sql;

import dev.lacuna.asif.TwinCase.Draft;
import java.util.List;
import java.util.stream.Stream;

/**
 * Several rows that are inserted and returned, each with its own value: PostgreSQL 17 and newer.
 */
final class ManyRowsCases {

  private static final String TWO =
      "INSERT INTO users (name, nickname) VALUES ('A', 'a'), ('B', 'b') ";

  private ManyRowsCases() {}

  static Stream<TwinCase> all() {
    return Stream.of(values(), queries(), generatedKeys(), errors())
        .flatMap(drafts -> drafts)
        .flatMap(draft -> cases(Engines.POSTGRESQL, Feature.RETURNING, draft.since(17)));
  }

  private static Stream<Draft> values() {
    return Stream.of(
        sql(TWO + "RETURNING name, nickname"),
        sql(TWO + "RETURNING *"),
        sql(TWO + "RETURNING users.*, 1 AS one, nickname || '!' AS more"),
        sql(TWO + "RETURNING id, nickname AS n, level, upper(nickname), row_to_json(users)"),
        sql(
            "INSERT INTO users AS u (nickname, name, level) VALUES (?, ?, ?), (?, ?, ?)"
                + " RETURNING u.id, u.nickname, u.level, u.name",
            "a",
            "A",
            1,
            null,
            "B",
            2),
        sql(
            "INSERT INTO public.users (name, nickname) VALUES ('A', NULL), ('B', DEFAULT)"
                + " RETURNING nickname"),
        sql(
            "INSERT INTO orders (item, discount) VALUES ('a', 1.5), ('b', DEFAULT), ('c', 2 + 3)"
                + " RETURNING item, discount, amount - discount"),
        sql(
            "INSERT INTO users VALUES (60, 'A', NULL, 'Oslo', 1, NULL, '2026-05-05', 'a', 2),"
                + " (61, 'B', NULL, 'Rome', 1, NULL, '2026-05-05', NULL, 3) RETURNING *"),
        sql(
            "INSERT INTO users VALUES (60, 'A', NULL, 'Oslo', 1, NULL, '2026-05-05', 'a'),"
                + " (61, 'B', NULL, 'Rome', 1, NULL, '2026-05-05', 'b') RETURNING id, nickname"),
        sql(
            "INSERT INTO users (id, name, level) OVERRIDING USER VALUE VALUES (1, 'A', 5), (2, 'B',"
                + " 6) RETURNING id, level"),
        sql(
            "INSERT INTO users (id, name, level) VALUES (DEFAULT, 'A', 5), (DEFAULT, 'B', 6)"
                + " RETURNING id, level"),
        sql(
            "INSERT INTO doubled (id, n, note) VALUES (8, 3, 'x'), (9, 4, 'y') RETURNING twice,"
                + " note"),
        sql(
            "INSERT INTO readings (id, taken, unit) VALUES (7, '2025-05-05', 'a'),"
                + " (8, '2026-05-05', 'b') RETURNING *"),
        sql(
            "INSERT INTO widgets (id, name, tags, price, since, meta) VALUES"
                + " (8, 'a', '{x}', 1, '2026-01-01', '[]'), (9, 'b', NULL, 2.5, NULL, '{}')"
                + " RETURNING id, tags, price, since, meta, active"),
        sql(
            "INSERT INTO gadgets (id, name, short, cost, codes) VALUES (8, 'a', 'x', 1, '{a}'),"
                + " (9, 'b', 'y', 2, '{}') RETURNING id, short, cost, codes"),
        sql("INSERT INTO accounts (id, handle) VALUES (8, 'a'), (9, 'b') RETURNING handle, id"),
        sql("WITH n AS (" + TWO + "RETURNING name, nickname) SELECT * FROM n ORDER BY name DESC"),
        sql(
            "INSERT INTO users (name, nickname) VALUES ('A', (SELECT max(nickname) FROM pets)),"
                + " ('B', (SELECT min(nickname) FROM users)) RETURNING name, nickname"),
        sql(
            TWO
                + "RETURNING (SELECT count(*) FROM users u WHERE u.nickname = users.nickname) AS"
                + " c"),
        sql(TWO + "RETURNING id, old.nickname, new.nickname, new.*").since(18),
        sql("EXPLAIN " + TWO + "RETURNING nickname").butOnlyItsShape());
  }

  private static Stream<Draft> queries() {
    return Stream.of(
        sql(
            "INSERT INTO users (name, nickname) SELECT item, status FROM orders WHERE id < 3"
                + " RETURNING name, nickname || '!' AS n"),
        sql(
            "INSERT INTO users (name, nickname) SELECT name, nickname FROM users WHERE id < 4"
                + " ORDER BY id DESC RETURNING name, nickname"),
        sql(
            "INSERT INTO users (nickname, name, age) SELECT ?, kind, id FROM pets ORDER BY id LIMIT"
                + " 2 RETURNING *",
            "each"),
        sql(
            "INSERT INTO orders (item, discount) SELECT 'x', discount + 1 FROM orders WHERE id = 1"
                + " RETURNING discount"),
        sql(
            "WITH s AS (SELECT kind, nickname FROM pets) INSERT INTO users (name, nickname)"
                + " SELECT * FROM s RETURNING name, nickname"),
        sql(
            "INSERT INTO users (name, nickname) SELECT kind, nickname FROM pets UNION"
                + " SELECT 'u', 'n' ORDER BY 1, 2 RETURNING name, nickname"),
        sql(
            "INSERT INTO users (name, nickname) (SELECT kind, nickname FROM pets WHERE id = 1)"
                + " RETURNING id, nickname"),
        sql("INSERT INTO users (nickname, name) SELECT NULL, 'n' RETURNING nickname, level"),
        sql(
            "INSERT INTO users (name, nickname) SELECT 'none', 'none' FROM pets WHERE false"
                + " RETURNING nickname"));
  }

  private static Stream<Draft> generatedKeys() {
    return Stream.of(
        keys("INSERT INTO users (name, nickname) VALUES ('A', 'a'), ('B', 'b')"),
        keys("INSERT INTO users (name, nickname) VALUES (?, ?), (?, ?)", "A", "a", "B", null),
        keys("INSERT INTO orders (item, discount) SELECT kind, id FROM pets"),
        keysByName(List.of("id", "nickname"), TWO.strip()),
        keysByName(
            List.of("discount"), "INSERT INTO orders (item, discount) SELECT kind, 3 FROM pets"));
  }

  private static Stream<Draft> errors() {
    return Stream.of(
        sql("INSERT INTO users (id, name, nickname) VALUES (71, 'A', 'a'), (1, 'dup', 'b')"
                + " RETURNING nickname")
            .butFails(),
        sql("INSERT INTO users (name, nickname) VALUES (NULL, 'a'), ('B', 'b') RETURNING nickname")
            .butFails(),
        sql(TWO + "RETURNING nosuch, nickname").butFails(),
        sql("INSERT INTO orders (item, discount, amount) VALUES ('a', 1, 'x'), ('b', 2, 1)"
                + " RETURNING discount")
            .butFails());
  }
}
