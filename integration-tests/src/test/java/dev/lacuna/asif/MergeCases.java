package dev.lacuna.asif;

import static dev.lacuna.asif.TwinCase.batch;
import static dev.lacuna.asif.TwinCase.cases;
import static dev.lacuna.asif.TwinCase.keys;
import static dev.lacuna.asif.TwinCase.row;
import static dev.lacuna.asif.TwinCase.sql;

import dev.lacuna.asif.TwinCase.Draft;
import java.util.List;
import java.util.stream.Stream;

/** {@code MERGE}, which PostgreSQL has since release 15, and with {@code RETURNING} since 17. */
final class MergeCases {

  private static final String INTO_USERS =
      "MERGE INTO users u USING pets p ON u.id = p.owner_id + 2 ";
  private static final String FROM_ROWS =
      "MERGE INTO users u USING (VALUES (1, 'ace'), (2, 'b'), (90, 'new')) s(k, v) ON u.id = s.k ";

  private MergeCases() {}

  static Stream<TwinCase> all() {
    return TwinCase.concat(
        since(15, written()),
        since(15, read()),
        since(15, sources()),
        since(15, forms()),
        since(17, returning()),
        since(17, bySource()),
        since(18, oldAndNew()));
  }

  private static Stream<TwinCase> since(int release, Stream<Draft> drafts) {
    return drafts.flatMap(draft -> cases(Engines.POSTGRESQL, Feature.MERGE, draft.since(release)));
  }

  private static Stream<Draft> written() {
    return Stream.of(
        sql(FROM_ROWS + "WHEN MATCHED THEN UPDATE SET nickname = s.v"),
        sql(FROM_ROWS + "WHEN MATCHED THEN UPDATE SET nickname = s.v, city = s.v"),
        sql(FROM_ROWS + "WHEN MATCHED THEN UPDATE SET city = s.v, nickname = DEFAULT"),
        sql(FROM_ROWS + "WHEN MATCHED THEN UPDATE SET (city, nickname) = (s.v, 'x')"),
        sql(FROM_ROWS + "WHEN MATCHED THEN UPDATE SET (nickname, level) = ROW (s.v, 5)"),
        sql(FROM_ROWS + "WHEN MATCHED THEN UPDATE SET (nickname, city) = (SELECT s.v, 'Oslo')"),
        sql(
            FROM_ROWS
                + "WHEN NOT MATCHED THEN INSERT (id, name, nickname) VALUES (s.k, s.v,"
                + " upper(s.v))"),
        sql(
            FROM_ROWS
                + "WHEN NOT MATCHED THEN INSERT (nickname, id, name) VALUES (DEFAULT, s.k, s.v)"),
        sql(
            FROM_ROWS
                + "WHEN NOT MATCHED THEN INSERT (nickname, name, level, id)"
                + " OVERRIDING SYSTEM VALUE VALUES (s.v, 'n', 3, s.k)"),
        sql(
            FROM_ROWS
                + "WHEN MATCHED THEN UPDATE SET nickname = s.v"
                + " WHEN NOT MATCHED THEN INSERT (id, name, nickname) VALUES (s.k, s.v, s.v)"),
        sql(
            FROM_ROWS
                + "WHEN MATCHED AND s.k = 1 THEN UPDATE SET nickname = ?"
                + " WHEN MATCHED THEN DO NOTHING"
                + " WHEN NOT MATCHED THEN INSERT (id, nickname, name) VALUES (s.k, ?, ?)",
            "first",
            "second",
            "third"),
        sql(
            FROM_ROWS
                + "WHEN NOT MATCHED THEN INSERT VALUES (s.k, s.v, NULL, 'Oslo', 5, NULL,"
                + " '2026-02-02', s.v, 4)"),
        sql(
            FROM_ROWS
                + "WHEN NOT MATCHED THEN INSERT VALUES (s.k, s.v, NULL, 'Oslo', 5, NULL, DEFAULT,"
                + " DEFAULT)"),
        sql(
            "MERGE INTO orders o USING pets p ON o.id = p.id WHEN MATCHED THEN UPDATE SET"
                + " amount = amount + discount, discount = discount + 1, tags[1] = p.kind"),
        sql(
            "MERGE INTO orders USING rebates ON false WHEN NOT MATCHED AND title = 'small'"
                + " THEN INSERT (item, discount) VALUES (title, rebates.discount)"),
        sql(
            "MERGE INTO orders USING rebates r ON orders.id = 1 AND r.title = 'small'"
                + " WHEN MATCHED THEN UPDATE SET discount = r.discount"),
        sql(
            "MERGE INTO doubled d USING pets p ON d.id = p.id WHEN MATCHED THEN UPDATE SET note ="
                + " p.kind WHEN NOT MATCHED THEN INSERT (id, note) VALUES (p.id, p.kind)"),
        sql(
            "MERGE INTO readings r USING (VALUES (1, date '2026-05-05', 7), (8, '2025-03-03', 9))"
                + " s(i, d, v) ON r.id = s.i AND r.taken = s.d"
                + " WHEN MATCHED THEN UPDATE SET value = s.v, unit = 'F'"
                + " WHEN NOT MATCHED THEN INSERT (id, taken, value, unit) VALUES (i, d, v, 'K')"),
        sql(
            "MERGE INTO vehicles v USING pets p ON v.id = p.id"
                + " WHEN MATCHED THEN UPDATE SET color = 'red', maker = p.kind"),
        sql(
            "MERGE INTO ONLY vehicles AS v USING pets p ON v.id = p.id WHEN MATCHED AND v.color ="
                + " 'grey' THEN UPDATE SET color = 'red', maker = p.kind"),
        sql(
            "MERGE INTO billing.invoices i USING users u ON u.id = i.user_id"
                + " WHEN MATCHED THEN UPDATE SET \"Note\" = u.name, total = 0"),
        sql(
            "MERGE INTO \"Order Lines\" l USING orders o ON o.id = l.\"order\""
                + " WHEN MATCHED AND l.\"Unit Price\" > 5 THEN UPDATE SET \"Qty\" = 0"));
  }

  private static Stream<Draft> read() {
    return Stream.of(
        sql(INTO_USERS + "WHEN MATCHED AND u.nickname IS NULL THEN UPDATE SET city = p.kind")
            .butFails(),
        sql(FROM_ROWS + "WHEN MATCHED AND u.nickname IS NULL THEN UPDATE SET city = s.v"),
        sql(FROM_ROWS + "WHEN MATCHED AND nickname = 'never' THEN UPDATE SET city = s.v"),
        sql(FROM_ROWS + "WHEN MATCHED AND level = 1 THEN DELETE WHEN MATCHED THEN DO NOTHING")
            .butFails(),
        sql(
            "MERGE INTO orders USING users u ON orders.user_id = u.id AND orders.discount = u.level"
                + " - 1 WHEN MATCHED AND discount < u.level THEN UPDATE SET amount = 1"),
        sql(
            "MERGE INTO orders o USING pets p ON o.id = p.id WHEN MATCHED AND discount = 0 THEN"
                + " DELETE"),
        sql(
            "MERGE INTO orders o USING pets p ON o.id = p.id AND o.discount = ?"
                + " WHEN MATCHED THEN UPDATE SET status = coalesce(o.discount::text, p.nickname)",
            0),
        sql(
            "MERGE INTO orders o USING pets p ON o.id = p.id WHEN MATCHED AND CASE WHEN o.discount"
                + " = 0 THEN true ELSE false END THEN UPDATE SET amount = CASE WHEN o.discount > 0"
                + " THEN 1 WHEN p.nickname IS NULL THEN 2 ELSE 3 END WHEN NOT MATCHED THEN DO"
                + " NOTHING"),
        sql(
            FROM_ROWS
                + "WHEN MATCHED AND EXISTS (SELECT 1 FROM pets q WHERE q.nickname IS DISTINCT FROM"
                + " u.nickname AND q.owner_id = u.id) THEN UPDATE SET city = 'pet'"),
        sql(
            FROM_ROWS
                + "WHEN MATCHED THEN UPDATE SET city = (SELECT string_agg(coalesce(nickname, '-'),"
                + " ',' ORDER BY id) FROM users)"),
        sql(
            FROM_ROWS
                + "WHEN MATCHED THEN UPDATE SET city = (SELECT max(x.item) FROM orders x"
                + " WHERE x.user_id = u.id AND x.discount < level)"),
        sql(FROM_ROWS + "WHEN MATCHED THEN UPDATE SET city = length(row_to_json(u)::text)::text"),
        sql(
            FROM_ROWS
                + "WHEN MATCHED THEN UPDATE SET nickname = u.nickname || s.v, level = level + 1"),
        sql("MERGE INTO users u USING pets p ON u.id = p.id WHEN MATCHED AND nickname IS NULL"
                + " THEN UPDATE SET city = 'x'")
            .butFails());
  }

  private static Stream<Draft> sources() {
    return Stream.of(
        sql(
            "MERGE INTO pets p USING users u ON u.id = p.owner_id AND p.id <> 2 WHEN MATCHED THEN"
                + " UPDATE SET nickname = u.nickname"),
        sql(
            "MERGE INTO pets p USING users u ON u.id = p.owner_id AND p.id <> 2 WHEN MATCHED"
                + " AND u.level = 1 THEN UPDATE SET nickname = coalesce(u.nickname, u.name)"
                + " WHEN NOT MATCHED AND u.nickname IS NULL THEN INSERT (id, owner_id, kind)"
                + " VALUES (u.id + 50, u.id, u.level)"),
        sql(
            "MERGE INTO pets USING (SELECT id, nickname, level FROM users) u ON u.id = pets.id"
                + " WHEN MATCHED THEN UPDATE SET kind = u.level WHEN NOT MATCHED THEN DO NOTHING"),
        sql(
            "MERGE INTO pets p USING (SELECT * FROM users) u ON u.id = p.id WHEN MATCHED THEN"
                + " UPDATE SET kind = u.level::text || coalesce(u.nickname, '-')"),
        sql(
            "MERGE INTO pets p USING users u JOIN orders o ON o.user_id = u.id AND o.discount = 0"
                + " ON p.owner_id = u.id AND o.id IN (1, 3, 4) WHEN MATCHED AND p.id <> 2 THEN"
                + " UPDATE SET kind = o.discount"),
        sql(
            "WITH s AS (SELECT id, level, nickname FROM users WHERE level = 1) MERGE INTO pets p"
                + " USING s ON s.id = p.id WHEN MATCHED THEN UPDATE SET kind = s.level"),
        sql(
            "MERGE INTO users t USING users s ON t.id = s.manager_id AND s.id IN (2, 4) WHEN"
                + " MATCHED THEN UPDATE SET nickname = s.nickname, age = s.level + t.level"),
        sql(
            "MERGE INTO users t USING (SELECT name, nickname, level FROM users WHERE id = 1) s ON"
                + " false WHEN NOT MATCHED THEN INSERT (id, name, nickname, age) VALUES (77,"
                + " s.name, s.nickname, level)"),
        sql(
            "MERGE INTO users t USING (SELECT 5 AS k, 'v' AS nickname) s ON t.id = s.k WHEN NOT"
                + " MATCHED THEN DO NOTHING WHEN MATCHED THEN UPDATE SET city = s.nickname"),
        sql(
            "MERGE INTO users t USING (SELECT 95 AS k, 'v' AS nickname) s ON t.id = s.k"
                + " WHEN NOT MATCHED AND nickname = 'v' THEN INSERT (id, name, nickname)"
                + " VALUES (k, nickname, nickname)"),
        sql("MERGE INTO adults a USING pets p ON a.id = p.id WHEN MATCHED THEN"
                + " UPDATE SET nickname = p.kind, age = 44")
            .since(17));
  }

  private static Stream<Draft> forms() {
    return Stream.of(
        batch(
            "MERGE INTO users u USING (SELECT ?::int AS k, ?::text AS v) s ON u.id = s.k"
                + " WHEN MATCHED THEN UPDATE SET nickname = s.v"
                + " WHEN NOT MATCHED THEN INSERT (id, name, nickname) VALUES (k, v, v)",
            List.of(row(1, "a"), row(91, "b"), row(91, "c"))),
        keys(FROM_ROWS + "WHEN MATCHED THEN UPDATE SET nickname = s.v").since(17),
        sql("EXPLAIN " + FROM_ROWS + "WHEN MATCHED THEN UPDATE SET nickname = s.v")
            .butOnlyItsShape(),
        sql(
            FROM_ROWS
                + "WHEN MATCHED THEN UPDATE SET nickname = s.v; UPDATE users SET level = 2, age ="
                + " 3"),
        sql(FROM_ROWS + "WHEN MATCHED THEN UPDATE SET nickname = nosuch").butFails(),
        sql(FROM_ROWS + "WHEN MATCHED THEN UPDATE SET nickname = 'a', nickname = 'b'").butFails(),
        sql(FROM_ROWS
                + "WHEN NOT MATCHED THEN INSERT (id, nickname, nickname) VALUES (1, 'a', 'b')")
            .butFails(),
        sql(FROM_ROWS + "WHEN NOT MATCHED THEN INSERT (id, nickname) VALUES (s.k, s.v)").butFails(),
        sql(FROM_ROWS + "WHEN NOT MATCHED THEN INSERT (id, name, nickname) VALUES (s.k, s.v)")
            .butFails(),
        sql(FROM_ROWS
                + "WHEN NOT MATCHED THEN INSERT (id, name, nickname) VALUES (s.k, s.v, s.v, 1)")
            .butFails(),
        sql(FROM_ROWS + "WHEN NOT MATCHED AND u.nickname IS NULL THEN DO NOTHING").butFails(),
        sql("MERGE INTO users u USING (VALUES (1), (1)) s(k) ON u.id = s.k"
                + " WHEN MATCHED THEN UPDATE SET nickname = 'x'")
            .butFails());
  }

  private static Stream<Draft> returning() {
    return Stream.of(
        sql(FROM_ROWS + "WHEN MATCHED THEN UPDATE SET nickname = s.v RETURNING u.id, u.nickname"),
        sql(FROM_ROWS + "WHEN MATCHED THEN UPDATE SET nickname = s.v RETURNING *"),
        sql(FROM_ROWS + "WHEN MATCHED THEN UPDATE SET city = s.v RETURNING u.*, merge_action()"),
        sql(
            FROM_ROWS
                + "WHEN MATCHED THEN UPDATE SET nickname = s.v || '!' WHEN NOT MATCHED THEN INSERT"
                + " (id, name, nickname) VALUES (s.k, 'n', upper(s.v)) RETURNING merge_action(),"
                + " s.*, u.id, nickname, u.level, nickname || '?' AS more"),
        sql(
            "MERGE INTO orders o USING pets p ON o.id = p.id WHEN MATCHED AND p.id = 1 THEN DELETE"
                + " WHEN MATCHED THEN UPDATE SET discount = p.id, amount = discount"
                + " RETURNING o.id, discount, o.amount + discount AS sum, merge_action()"),
        sql("MERGE INTO orders o USING pets p ON o.id = p.id WHEN MATCHED THEN DELETE RETURNING *"),
        sql(
            "MERGE INTO pets p USING users u ON u.id = p.id WHEN MATCHED THEN UPDATE SET kind = 'x'"
                + " RETURNING *"),
        sql(
            "MERGE INTO users t USING users s ON t.id = s.manager_id AND s.id IN (2, 4) WHEN"
                + " MATCHED THEN UPDATE SET nickname = s.name RETURNING t.nickname, s.nickname,"
                + " s.level"),
        sql(
            "WITH m AS ("
                + FROM_ROWS
                + "WHEN MATCHED THEN UPDATE SET nickname = s.v"
                + " RETURNING u.id, u.nickname) SELECT * FROM m ORDER BY id"),
        sql(
            "WITH m AS ("
                + FROM_ROWS
                + "WHEN MATCHED THEN UPDATE SET nickname = s.v"
                + " WHEN NOT MATCHED THEN INSERT (id, name, nickname) VALUES (s.k, 'm', s.v)"
                + " RETURNING u.id) UPDATE users SET level = 7, age = 7 FROM m"
                + " WHERE m.id = users.id AND m.id = 3"),
        sql(
            FROM_ROWS
                + "WHEN MATCHED THEN UPDATE SET nickname = ?, age = ? RETURNING nickname, age",
            "x",
            9));
  }

  private static Stream<Draft> bySource() {
    return Stream.of(
        sql(
            FROM_ROWS
                + "WHEN NOT MATCHED BY SOURCE AND nickname IS NULL THEN UPDATE SET nickname ="
                + " 'gone', city = u.level"),
        sql(FROM_ROWS
                + "WHEN NOT MATCHED BY SOURCE THEN UPDATE SET level = level + 1"
                + " WHEN NOT MATCHED BY TARGET THEN INSERT (id, name, level) VALUES (s.k, s.v, 9)"
                + " RETURNING u.id, u.level, merge_action()")
            .butOnlyItsShape(),
        sql(
            "MERGE INTO orders USING pets ON orders.id = pets.id AND orders.discount = 0"
                + " WHEN NOT MATCHED BY SOURCE AND discount = 0 THEN DELETE"
                + " WHEN NOT MATCHED THEN DO NOTHING"),
        sql(
            "MERGE INTO accounts a USING pets p ON a.handle = p.nickname"
                + " WHEN NOT MATCHED BY SOURCE THEN DELETE"
                + " WHEN NOT MATCHED AND p.id > 2 THEN INSERT (id, owner, handle)"
                + " VALUES (p.id, p.kind, p.kind)"),
        sql(
            "MERGE INTO orders o USING rebates r ON o.discount = r.discount AND o.id = 1"
                + " WHEN NOT MATCHED BY SOURCE THEN UPDATE SET status = 'none'"
                + " WHEN NOT MATCHED THEN INSERT (item, discount) VALUES (r.title, 3)"));
  }

  private static Stream<Draft> oldAndNew() {
    return Stream.of(
        sql(
            FROM_ROWS
                + "WHEN MATCHED AND s.k = 1 THEN UPDATE SET level = 8"
                + " WHEN NOT MATCHED THEN INSERT (id, name) VALUES (s.k, s.v)"
                + " RETURNING old.level, new.level, u.level, merge_action()"),
        sql(
            "MERGE INTO orders o USING pets p ON o.id = p.id WHEN MATCHED THEN DELETE"
                + " RETURNING old.discount, new.discount, new.*"),
        sql(FROM_ROWS + "WHEN MATCHED THEN UPDATE SET nickname = s.v RETURNING old.*, new.*"));
  }
}
