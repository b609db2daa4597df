package dev.lacuna.asif;

import static dev.lacuna.asif.TwinCase.cases;
import static dev.lacuna.asif.TwinCase.sql;

import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A missing column shows its declared default, with its declared type. */
final class DefaultCases {

  /** Every declared column of {@code widgets} whose default does not depend on the time. */
  private static final List<String> COLUMNS =
      List.of(
          "active",
          "stock",
          "small",
          "serial_no",
          "ratio",
          "weight",
          "price",
          "label",
          "code",
          "body",
          "feeling",
          "tags",
          "sizes",
          "meta",
          "token",
          "raw",
          "since",
          "alarm",
          "made",
          "sold",
          "span",
          "answer",
          "shout",
          "nothing");

  private DefaultCases() {}

  static Stream<TwinCase> all() {
    return Stream.concat(everyOf(Engines.POSTGRESQL, COLUMNS), uses());
  }

  /** A case for every one of these columns. */
  static Stream<TwinCase> everyOf(Set<Engine> engines, List<String> columns) {
    return columns.stream()
        .flatMap(
            column ->
                cases(engines, Feature.DEFAULT, sql("SELECT id, " + column + " FROM widgets")));
  }

  private static Stream<TwinCase> uses() {
    return TwinCase.concat(
        cases(
            Feature.DEFAULT,
            sql("SELECT id FROM widgets WHERE active AND stock < 0 AND price > 12"),
            sql("SELECT id FROM widgets WHERE feeling = 'calm' AND feeling < 'glad'"),
            sql("SELECT ratio + weight, price * 2, serial_no + 1, small / 2 FROM widgets"),
            sql("SELECT CASE WHEN active THEN label ELSE shout END FROM widgets"),
            sql("SELECT id, nothing IS NULL, coalesce(nothing, body) FROM widgets"),
            sql("INSERT INTO widgets (id, name, meta) VALUES (9, 'x', '[]')"),
            sql("INSERT INTO visits (id, guest, seen) VALUES (9, 'x', now())")),
        cases(
            Engines.NOT_MYSQL,
            Feature.DEFAULT,
            sql("SELECT token FROM widgets WHERE token = '00000000-0000-0000-0000-00000000002a'"),
            sql(
                "SELECT encode(raw, 'hex'), octet_length(raw), code || '|', length(code) FROM widgets"),
            sql(
                "INSERT INTO visits (id, guest) VALUES (9, 'x') RETURNING seen <= now(), seen IS NULL")),
        cases(
            Engines.POSTGRESQL,
            Feature.DEFAULT,
            sql("SELECT count(DISTINCT seen), bool_and(seen <= now()) FROM visits"),
            sql("SELECT pg_typeof(seen)::text, seen IS NULL FROM visits"),
            sql("SELECT id FROM widgets WHERE feeling = ?::mood", "calm"),
            sql("SELECT id FROM widgets WHERE 'a' = ANY (tags) AND sizes[2] = 2"),
            sql("SELECT unnest(tags) AS tag FROM widgets WHERE id = 1"),
            sql("SELECT meta -> 'a' ->> 0, meta @> '{\"a\": [1]}' FROM widgets"),
            sql("SELECT meta ?? 'a' FROM widgets WHERE id = ?", 1),
            sql("SELECT sold AT TIME ZONE 'UTC', made + span, since + 1 FROM widgets"),
            sql("SELECT feeling, count(*) FROM widgets GROUP BY feeling HAVING bool_or(active)"),
            sql(
                "UPDATE widgets SET active = NOT active, stock = stock + 1, tags = tags || 'c'::text"),
            sql("UPDATE widgets SET meta = meta || '{\"b\": 1}', name = shout WHERE answer = 42"),
            sql("INSERT INTO widgets (id, name, feeling, tags) VALUES (9, 'x', 'glad', '{z}')"),
            sql(
                "INSERT INTO widgets (id, name) VALUES (9, 'x') RETURNING stock, tags, answer, shout"),
            sql("SELECT guest FROM visits WHERE seen <= clock_timestamp() ORDER BY seen, id"),
            sql("DELETE FROM widgets WHERE NOT active OR span > '1 day'")));
  }
}
