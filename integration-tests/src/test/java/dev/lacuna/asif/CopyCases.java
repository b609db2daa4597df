package dev.lacuna.asif;

import static dev.lacuna.asif.TwinCase.cases;
import static dev.lacuna.asif.TwinCase.script;
import static dev.lacuna.asif.TwinCase.sql;

import dev.lacuna.asif.TwinCase.Draft;
import java.util.stream.Stream;

/** PostgreSQL's {@code COPY}, to files of the server's. */
final class CopyCases {

  private CopyCases() {}

  static Stream<TwinCase> all() {
    return TwinCase.concat(
        cases(
            Engines.POSTGRESQL,
            Feature.COPY,
            copied("COPY users (id, nickname, level) TO %s"),
            copied("COPY users (level) TO %s"),
            copied("COPY users (nickname, id) TO %s WITH (FORMAT csv, HEADER, NULL '-')"),
            copied("COPY users(id,level)TO %s CSV FORCE QUOTE level"),
            copied("COPY public.orders (id, discount, \"item\") TO %s (FORMAT csv, HEADER true)"),
            copied("copy billing.invoices (id, \"Note\") to %s with csv header"),
            copied("COPY \"Order Lines\" (\"Unit Price\", \"Qty\") TO %s (DELIMITER ';')"),
            copied("COPY widgets (id, label, tags, raw, meta, span) TO %s (FORMAT csv)"),
            copied("COPY gadgets (pair, cost, bits, codes, net, thing) TO %s (FORMAT text)"),
            copied("COPY vehicles (id, color) TO %s"),
            copied("COPY cars (id, color, doors) TO %s"),
            copied("COPY doubled (note, n) TO %s"),
            copied("COPY users (id, name) TO %s"),
            copied("COPY pets (id, nickname) TO %s")),
        cases(
            Engines.POSTGRESQL,
            Feature.COPY,
            copied(
                "COPY (SELECT id, nickname, level FROM users ORDER BY id) TO %s (FORMAT csv,"
                    + " HEADER)"),
            copied("COPY (SELECT * FROM orders ORDER BY id) TO %s (FORMAT csv, HEADER)"),
            copied("COPY (TABLE users) TO %s"),
            copied("COPY (WITH o AS (SELECT discount FROM orders) SELECT count(*) FROM o) TO %s"),
            copied(
                "COPY (UPDATE users SET nickname = 'x' WHERE id < 3 RETURNING id, nickname) TO %s"),
            copied("COPY (DELETE FROM orders WHERE discount = 0 RETURNING id, discount) TO %s"),
            copied(
                "COPY (INSERT INTO users (name, nickname) VALUES ('n', 'x') RETURNING *) TO %s")),
        cases(
            Engines.POSTGRESQL,
            Feature.COPY,
            sql("COPY users (id, nosuch, nickname) TO STDOUT").butFails(),
            sql("COPY users (id, nickname) TO '/no/such/folder/file'").butFails(),
            sql("COPY users (id, name) FROM '/no/such/file'").butFails()));
  }

  private static Draft copied(String copy) {
    return script(copy.formatted("'file'"), connection -> PostgresScripts.copied(connection, copy));
  }
}
