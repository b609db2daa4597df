package dev.lacuna.asif;

import static dev.lacuna.asif.TwinCase.script;
import static dev.lacuna.asif.TwinCase.sql;

import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A statement that is answered otherwise than on the twin, and known to be.
 *
 * @param engines where it is so
 * @param call the statement
 * @param outcome what Lacuna does: the SQLState of an error, or {@link #ACCEPTED}
 * @param reason why, as it stands in {@code docs/semantics.md}
 */
record Deviation(Set<Engine> engines, TwinCase.Draft call, String outcome, String reason) {

  static final String ACCEPTED = "accepted";

  static List<Deviation> all() {
    return Stream.concat(postgresql().stream(), MySqlDeviations.all().stream()).toList();
  }

  static Stream<Deviation> of(Engine engine) {
    return all().stream().filter(each -> each.engines().contains(engine));
  }

  private static List<Deviation> postgresql() {
    String stored =
        "a vanished value is typed, not stored: what is refused only in storing is not noticed";
    return List.of(
        new Deviation(
            Engines.POSTGRESQL,
            sql("UPDATE users SET nickname = repeat('x', 41) WHERE id = 1"),
            ACCEPTED,
            stored),
        new Deviation(
            Engines.POSTGRESQL,
            sql("INSERT INTO users (name, nickname) VALUES ('a', ?)", "x".repeat(41)),
            ACCEPTED,
            stored),
        new Deviation(
            Engines.POSTGRESQL,
            sql("UPDATE users SET level = NULL WHERE id = 1"),
            ACCEPTED,
            stored),
        new Deviation(
            Engines.POSTGRESQL,
            sql("INSERT INTO users (name, level) VALUES ('a', NULL)"),
            ACCEPTED,
            stored),
        new Deviation(
            Engines.POSTGRESQL,
            sql("UPDATE orders SET discount = 123456789 WHERE id = 1"),
            ACCEPTED,
            stored),
        new Deviation(Engines.POSTGRESQL, sql("UPDATE users SET level = name"), ACCEPTED, stored),
        new Deviation(
            Engines.POSTGRESQL,
            sql("UPDATE orders SET discount = 1 / (id - 1)"),
            ACCEPTED,
            "a vanished expression is typed, not computed"),
        new Deviation(
            Engines.POSTGRESQL,
            script("an updatable result set", Scripts::updatable),
            "24000",
            "pgjdbc looks for the table's name behind FROM, where a derived table stands"),
        new Deviation(
            Engines.POSTGRESQL,
            sql(
                "INSERT INTO orders SELECT * FROM"
                    + " (SELECT 90, 1, 'x', 5.00, 'open', NULL::text[], 1.00) s"),
            "42601",
            "no column list, and a star whose width only the server knows"),
        new Deviation(
            Engines.POSTGRESQL,
            sql("SELECT 1 / discount FROM orders WHERE id < 0"),
            "22012",
            "a missing column is a constant, which the planner computes with"),
        new Deviation(
            Engines.POSTGRESQL,
            sql(
                "SELECT * FROM (SELECT n FROM cities LEFT JOIN LATERAL (SELECT level AS n FROM"
                    + " users) u ON TRUE JOIN users v ON v.id = n WHERE n IN (2, 3)) t FOR UPDATE"),
            "0A000",
            "what made an outer join an inner one no longer does, and rows of that are not locked"));
  }
}
