package dev.lacuna.asif;

import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A statement for which as-if has no answer.
 *
 * @param engines where it is so
 * @param says what its error message must have in it
 */
record NoAnswer(
    Set<Engine> engines, String sql, String sqlState, String reason, List<String> says) {

  static List<NoAnswer> all() {
    return Stream.concat(postgresql().stream(), mysql().stream()).toList();
  }

  static Stream<NoAnswer> of(Engine engine) {
    return all().stream().filter(each -> each.engines().contains(engine));
  }

  private static List<NoAnswer> postgresql() {
    String insert =
        "INSERT INTO accounts (id, owner, handle) VALUES (2, 'Ben', 'ben') ON CONFLICT ";
    String arbiter = "no unique index, no conflict: the rows that would conflict have no value";
    String own = "each row has a value of its own, and RETURNING cannot tell whose is whose";
    String ddl = "DDL meets the schema as it is: whether the column exists is its very question";
    return List.of(
        new NoAnswer(
            Engines.POSTGRESQL,
            insert + "(handle) DO NOTHING",
            "42P10",
            arbiter,
            List.of("handle")),
        new NoAnswer(
            Engines.POSTGRESQL,
            insert + "(handle) DO UPDATE SET owner = excluded.owner",
            "42P10",
            arbiter,
            List.of("handle")),
        new NoAnswer(
            Engines.POSTGRESQL,
            insert + "ON CONSTRAINT accounts_handle_key DO NOTHING",
            "42704",
            arbiter,
            List.of("accounts_handle_key")),
        new NoAnswer(
            Engines.POSTGRESQL,
            "INSERT INTO users (id, name, nickname) VALUES (70, 'X', 'x') ON CONFLICT (nickname)"
                + " DO NOTHING",
            "42P10",
            arbiter,
            List.of("nickname")),
        new NoAnswer(
            Engines.POSTGRESQL,
            "INSERT INTO users (id, name, nickname) VALUES (70, 'A', 'a'), (71, 'B', 'b')"
                + " ON CONFLICT DO NOTHING RETURNING name, nickname",
            "42000",
            own,
            List.of("nickname")),
        new NoAnswer(
            Engines.POSTGRESQL,
            "INSERT INTO orders (item, status, discount) VALUES ('a', DEFAULT, 1), ('b', 'paid', 2)"
                + " RETURNING item, discount",
            "42000",
            "MERGE, which could tell, takes no DEFAULT in some of its rows",
            List.of("discount")),
        new NoAnswer(
            Engines.POSTGRESQL,
            "COPY users (id, name, nickname) FROM '/nowhere.csv'",
            "42000",
            "a field of each line would have to be dropped",
            List.of("COPY FROM", "nickname")),
        new NoAnswer(
            Engines.POSTGRESQL,
            "MERGE INTO users u USING pets p ON u.id = p.id WHEN MATCHED AND p.id = 1 THEN UPDATE"
                + " SET nickname = 'a' WHEN MATCHED THEN UPDATE SET nickname = 'b'"
                + " RETURNING u.id, u.nickname",
            "42000",
            "RETURNING cannot tell which of several WHENs has written the row",
            List.of("WHEN")),
        new NoAnswer(
            Engines.POSTGRESQL,
            "CREATE VIEW nicknames AS SELECT id, nickname FROM users",
            "42703",
            ddl,
            List.of("nickname")),
        new NoAnswer(
            Engines.POSTGRESQL,
            "CREATE MATERIALIZED VIEW nicknames AS SELECT id, nickname FROM users",
            "42703",
            ddl,
            List.of("nickname")),
        new NoAnswer(
            Engines.POSTGRESQL,
            "CREATE INDEX ON users (nickname)",
            "42703",
            ddl,
            List.of("nickname")),
        new NoAnswer(
            Engines.POSTGRESQL,
            "ALTER TABLE users ALTER COLUMN nickname SET DEFAULT 'x'",
            "42703",
            ddl,
            List.of("nickname")),
        new NoAnswer(
            Engines.POSTGRESQL,
            "COMMENT ON COLUMN users.nickname IS 'x'",
            "42703",
            ddl,
            List.of("nickname")));
  }

  private static List<NoAnswer> mysql() {
    String ddl = "DDL meets the schema as it is: whether the column exists is its very question";
    return List.of(
        new NoAnswer(
            Engines.MYSQL_FAMILY,
            "INSERT INTO users (name, nickname, nickname) VALUES ('a', 'b', 'c')",
            "42000",
            "a column is named twice, which is an error on the twin as well",
            List.of("nickname")),
        new NoAnswer(
            Engines.MYSQL_FAMILY,
            "UPDATE users SET nickname = name, name = 'x', city = nickname WHERE id = 1",
            "42000",
            "assigned from left to right, the value is read behind a change of what it was made"
                + " from",
            List.of("nickname")),
        new NoAnswer(
            Engines.MYSQL_FAMILY,
            "CREATE INDEX users_short ON users (nickname)",
            "42000",
            ddl,
            List.of("nickname")),
        new NoAnswer(
            Engines.MYSQL_FAMILY,
            "ALTER TABLE users ALTER COLUMN nickname SET DEFAULT 'x'",
            "42S22",
            ddl,
            List.of("nickname")));
  }
}
