package dev.lacuna.asif;

import static dev.lacuna.asif.TwinCase.batch;
import static dev.lacuna.asif.TwinCase.bound;
import static dev.lacuna.asif.TwinCase.cases;
import static dev.lacuna.asif.TwinCase.keys;
import static dev.lacuna.asif.TwinCase.keysByIndex;
import static dev.lacuna.asif.TwinCase.keysByName;
import static dev.lacuna.asif.TwinCase.row;
import static dev.lacuna.asif.TwinCase.script;
import static dev.lacuna.asif.TwinCase.sql;
import static dev.lacuna.asif.TwinCase.textBatch;

import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is JDBC's own: keys, batches, setters, cursors, several statements in one string. */
final class JdbcCases {

  private JdbcCases() {}

  static Stream<TwinCase> all() {
    return Stream.of(
            generatedKeys(),
            batches(),
            setters(),
            resultSets(),
            several(),
            misuses(),
            explains(),
            locks())
        .flatMap(cases -> cases);
  }

  private static Stream<TwinCase> generatedKeys() {
    String insert = "INSERT INTO users (name, nickname) VALUES (?, ?)";
    return TwinCase.concat(
        cases(
            Feature.GENERATED_KEYS,
            keys(insert, "New", "n"),
            keys("UPDATE users SET nickname = 'x', age = 1 WHERE id < 3"),
            keys("DELETE FROM orders WHERE discount = 0 AND id = 1"),
            keysByName(List.of("id"), insert, "New", "n"),
            keysByName(List.of("id", "nickname"), insert, "New", "n"),
            keysByName(List.of("nickname"), "UPDATE users SET nickname = 'x' WHERE id = 1")),
        cases(
            Engines.POSTGRESQL,
            Feature.GENERATED_KEYS,
            keysByName(List.of("discount"), "INSERT INTO orders (item) VALUES ('x')")));
  }

  private static Stream<TwinCase> batches() {
    return TwinCase.concat(
        cases(
            Feature.BATCH,
            batch(
                "INSERT INTO users (name, nickname) VALUES (?, ?)",
                List.of(row("A", "a"), row("B", null), row("C", "c"))),
            batch(
                "UPDATE users SET nickname = ?, age = ? WHERE id = ?",
                List.of(row("a", 1, 1), row("b", 2, 99), row("c", 3, 3))),
            batch("UPDATE users SET nickname = ? WHERE id < ?", List.of(row("a", 3), row("b", 5))),
            batch(
                "DELETE FROM orders WHERE discount = ? AND id = ?", List.of(row(0, 1), row(1, 2))),
            batch(
                    "INSERT INTO users (id, name, nickname) VALUES (?, ?, ?)",
                    List.of(row(81, "A", "a"), row(1, "dup", "b"), row(82, "C", "c")))
                .butFails(),
            textBatch(
                "INSERT INTO users (name, nickname) VALUES ('A', 'a')",
                "UPDATE users SET nickname = 'x' WHERE id < 4",
                "UPDATE pets SET nickname = 'y'",
                "DELETE FROM orders WHERE discount = 0 AND id = 2"),
            textBatch(
                    "UPDATE users SET nickname = 'x' WHERE id = 1",
                    "INSERT INTO users (id, name, nickname) VALUES (1, 'dup', 'x')")
                .butFails(),
            script("a batch, cleared and filled again", Scripts::clearedBatch),
            script("a prepared statement, executed, then as a batch", Scripts::executedThenBatch)),
        cases(
            Engines.POSTGRESQL,
            Feature.BATCH,
            batch(
                "INSERT INTO users (id, name, nickname) VALUES (?, ?, ?) ON CONFLICT (id)"
                    + " DO UPDATE SET nickname = excluded.nickname",
                List.of(row(1, "A", "a"), row(80, "B", "b"))),
            script("a batch that asks for keys", Scripts::batchWithKeys)));
  }

  private static Stream<TwinCase> setters() {
    String widget = "INSERT INTO widgets (id, name, %s) VALUES (?, ?, ?) RETURNING %1$s";
    return TwinCase.concat(
        settersOf(Engines.POSTGRESQL, widget, Setters.all()),
        cases(
            Feature.PARAMETERS,
            sql("SELECT id FROM users WHERE nickname = ? OR name = ? OR ? IS NULL", "a", "Ada", 1),
            sql("UPDATE users SET age = ?, nickname = ?, city = ? WHERE id = ?", 1, "b", "c", 2),
            script("parameters set out of order and kept", Scripts::parametersKept)),
        cases(
            Engines.POSTGRESQL,
            Feature.PARAMETERS,
            sql(
                "SELECT ?::int, nickname, ?::text FROM users WHERE level = ? AND id = ?",
                1,
                "b",
                1,
                2)));
  }

  /**
   * A case for each of these setters.
   *
   * @param insert with a place for the column's name
   */
  static Stream<TwinCase> settersOf(Set<Engine> engines, String insert, Stream<Setters.For> all) {
    return all.flatMap(
        setter ->
            cases(
                engines,
                Feature.PARAMETERS,
                bound(
                    insert.formatted(setter.column()),
                    statement -> {
                      statement.setInt(1, 9);
                      statement.setString(2, "x");
                      setter.setter().set(statement, 3);
                    })));
  }

  private static Stream<TwinCase> resultSets() {
    return TwinCase.concat(
        cases(
            Feature.RESULT_SET,
            script("findColumn, by label and in any case", Scripts::findColumn),
            script("wasNull", Scripts::wasNull),
            script("a cursor that fetches in portions", Scripts::fetchSize),
            script("a scrollable result set", Scripts::scrollable),
            script("maxRows", Scripts::maxRows),
            script("executeQuery, executeUpdate, executeLargeUpdate", Scripts::executeKinds),
            script("a statement used for one query after the other", Scripts::statementReused),
            script("getMetaData before and after", Scripts::metaData),
            script("a result set's own statement", Scripts::statementOfResultSet),
            script("closeOnCompletion", Scripts::closeOnCompletion)),
        cases(
            Engines.POSTGRESQL,
            Feature.RESULT_SET,
            script("every way to get a value", Scripts::everyGetter),
            script("every way to get a value of a star", Scripts::everyGetterOfStar)));
  }

  private static Stream<TwinCase> several() {
    return cases(
        Feature.SEVERAL_STATEMENTS,
        sql("SELECT nickname FROM users WHERE id = 1; SELECT discount FROM orders WHERE id = 1"),
        sql("UPDATE users SET nickname = 'x' WHERE id < 3; SELECT 1"),
        sql(
            "SELECT 1; UPDATE users SET age = 1, nickname = 'x'; DELETE FROM orders WHERE discount > 0;"),
        sql(
            "INSERT INTO users (name, nickname) VALUES ('A', 'a'); INSERT INTO pets (id, nickname) VALUES (9, 'p')"),
        sql(
            "UPDATE users SET nickname = ? WHERE id = ?; UPDATE orders SET discount = ? WHERE id = ?",
            "x",
            1,
            2,
            3));
  }

  private static Stream<TwinCase> misuses() {
    return TwinCase.concat(
        cases(
            Feature.ERROR,
            script("clearParameters", Scripts::parametersCleared),
            script("a parameter that was not set", Scripts::parameterMissing),
            script("a parameter too many", Scripts::parameterTooMany)),
        cases(
            Engines.POSTGRESQL,
            Feature.ERROR,
            keysByIndex(List.of(1), "INSERT INTO users (name, nickname) VALUES (?, ?)", "New", "n")
                .butFails()));
  }

  private static Stream<TwinCase> explains() {
    return TwinCase.concat(
        cases(
            Feature.EXPLAIN,
            sql("EXPLAIN SELECT nickname FROM users WHERE nickname = 'x'").butOnlyItsShape(),
            sql("EXPLAIN UPDATE users SET nickname = 'x' WHERE id = 1").butOnlyItsShape(),
            sql("EXPLAIN INSERT INTO users (name, nickname) VALUES ('a', 'b')").butOnlyItsShape()),
        cases(
            Engines.NOT_MARIADB,
            Feature.EXPLAIN,
            sql("EXPLAIN ANALYZE SELECT discount FROM orders").butOnlyItsShape()),
        cases(
            Engines.POSTGRESQL,
            Feature.EXPLAIN,
            sql("EXPLAIN (COSTS OFF, FORMAT JSON) SELECT * FROM users u WHERE u.level = 1")
                .butOnlyItsShape()));
  }

  private static Stream<TwinCase> locks() {
    return TwinCase.concat(
        cases(
            Feature.LOCKING,
            sql("SELECT id, nickname FROM users WHERE id = 1 FOR UPDATE"),
            sql("SELECT * FROM users WHERE id = ? FOR UPDATE", 1),
            sql(
                "SELECT id FROM users WHERE nickname IS NULL ORDER BY id LIMIT 2 FOR UPDATE SKIP LOCKED")),
        cases(
            Engines.NOT_MARIADB,
            Feature.LOCKING,
            sql(
                "SELECT u.nickname, o.item FROM users u JOIN orders o ON o.user_id = u.id FOR UPDATE OF u"),
            sql(
                "SELECT u.nickname, o.discount FROM users u JOIN orders o ON o.user_id = u.id"
                    + " FOR UPDATE OF u, o NOWAIT"),
            sql("SELECT nickname FROM users FOR SHARE")),
        cases(
            Engines.POSTGRESQL,
            Feature.LOCKING,
            sql("SELECT nickname FROM users FOR NO KEY UPDATE"),
            sql("SELECT u.level FROM users u FOR KEY SHARE OF u"),
            script("which rows FOR UPDATE locks", Scripts::lockedRows)));
  }
}
