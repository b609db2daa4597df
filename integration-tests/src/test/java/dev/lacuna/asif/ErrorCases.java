package dev.lacuna.asif;

import static dev.lacuna.asif.TwinCase.cases;
import static dev.lacuna.asif.TwinCase.sql;

import dev.lacuna.asif.TwinCase.Draft;
import dev.lacuna.engine.Engine;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/** Statements that fail on the twin with the column, and so must fail without it. */
final class ErrorCases {

  private ErrorCases() {}

  static Stream<TwinCase> all() {
    return Stream.concat(errors(), valueChecks());
  }

  private static Stream<TwinCase> errors() {
    return TwinCase.concat(
        failing(
            Feature.ERROR,
            sql("SELECT nickname, nosuch FROM users"),
            sql("SELECT nickname FROM nosuch"),
            sql("SELECT x.nickname FROM users u"),
            sql("SELECT nickname FROM users u JOIN pets p ON p.owner_id = u.id"),
            sql("SELECT nickname, FROM users"),
            sql("INSERT INTO users (id, name, nickname) VALUES (1, 'dup', 'x')"),
            sql("INSERT INTO users (nickname) VALUES ('x')"),
            sql("UPDATE users SET nickname = nosuch"),
            sql("UPDATE users SET nickname = 'x', email = 'ben@x.org' WHERE id = 1"),
            sql("DELETE FROM users WHERE nickname = 5 AND nosuch")),
        failing(Engines.NOT_MARIADB, Feature.ERROR, sql("SELECT nickname, count(*) FROM users")),
        failing(
            Engines.POSTGRESQL,
            Feature.ERROR,
            sql("SELECT nickname + 1 FROM users"),
            sql("SELECT id FROM users WHERE level = 'abc'"),
            sql("SELECT id, 1 / (level - 1) FROM users"),
            sql("INSERT INTO users DEFAULT VALUES"),
            sql("INSERT INTO users (name, nickname) VALUES ('a', 'b', 'c')"),
            sql("INSERT INTO users (name, nickname, nickname) VALUES ('a', 'b', 'c')"),
            sql("UPDATE users SET nickname = 'a', nickname = 'b'")));
  }

  private static Stream<TwinCase> valueChecks() {
    return failing(
        Engines.POSTGRESQL,
        Feature.VALUE_CHECK,
        sql("UPDATE orders SET discount = 'abc' WHERE id = 1"),
        sql("UPDATE widgets SET feeling = 'sad'"),
        sql("INSERT INTO widgets (id, name, meta) VALUES (9, 'x', '{')"));
  }

  private static Stream<TwinCase> failing(Feature feature, Draft... drafts) {
    return failing(Engines.ALL, feature, drafts);
  }

  private static Stream<TwinCase> failing(Set<Engine> engines, Feature feature, Draft... drafts) {
    return cases(
        engines, feature, Arrays.stream(drafts).map(Draft::butFails).toArray(Draft[]::new));
  }
}
