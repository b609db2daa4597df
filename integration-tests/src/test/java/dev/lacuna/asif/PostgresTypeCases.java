package dev.lacuna.asif;

import static dev.lacuna.asif.TwinCase.sql;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Columns of the types that PostgreSQL alone has, or that are made of others. */
final class PostgresTypeCases {

  /** A value that is written to each declared column of {@code gadgets}. */
  private static final Map<String, String> WRITTEN =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("pair", "ROW(2, 'y')"),
              Map.entry("short", "'other'"),
              Map.entry("cost", "3.456"),
              Map.entry("bits", "B'010'"),
              Map.entry("varbits", "'0101'"),
              Map.entry("words", "repeat('w', 3)"),
              Map.entry("amount", "10.0 / 4"),
              Map.entry("stamp", "'2026-02-02 10:00:00.4567+00'"),
              Map.entry("clock", "'11:11:11.6+01'"),
              Map.entry("gap", "INTERVAL '2 hours'"),
              Map.entry("codes", "ARRAY['ab', 'cde']"),
              Map.entry("doc", "json_build_object('k', 1)"),
              Map.entry("addr", "'192.168.0.1/24'"),
              Map.entry("net", "'192.168.0.0/24'"),
              Map.entry("mac", "'08-00-2b-01-02-04'"),
              Map.entry("spot", "point(3, 4)"),
              Map.entry("area", "'(0,0),(1,1)'"),
              Map.entry("span", "int4range(3, 7, '[]')"),
              Map.entry("days", "'[2026-03-01,)'"),
              Map.entry("cash", "12.5::numeric::money"),
              Map.entry("letter", "'d'"),
              Map.entry("thing", "77"),
              Map.entry("moods", "ARRAY['cross']::mood[]"),
              Map.entry("grid", "'{{5,6}}'"),
              Map.entry("search", "to_tsvector('simple', 'A dog')"),
              Map.entry("asked", "'dog'"),
              Map.entry("way", "'$.b[*]'"),
              Map.entry("pairs", "ARRAY[ROW(2, 'y'), ROW(3, 'z')]::pair[]"),
              Map.entry("shorts", "'{cd,ef}'"),
              Map.entry("label", "'other'"),
              Map.entry("place", "'orders'"),
              Map.entry("wide", "'x'"),
              Map.entry("sorted", "'x' || 'y'"),
              Map.entry("snap", "'0/FF'"),
              Map.entry("exact", "1.25"),
              Map.entry("plain", "$$it's$$")));

  private PostgresTypeCases() {}

  static Stream<TwinCase> all() {
    return TwinCase.concat(reads(), writes(), uses());
  }

  private static Stream<TwinCase> cases(Feature feature, TwinCase.Draft... drafts) {
    return TwinCase.cases(Engines.POSTGRESQL, feature, drafts);
  }

  private static Stream<TwinCase> reads() {
    return WRITTEN.keySet().stream()
        .flatMap(
            column ->
                cases(Feature.DEFAULT, sql("SELECT id, " + column + " FROM gadgets ORDER BY id")));
  }

  private static Stream<TwinCase> writes() {
    String insert = "INSERT INTO gadgets (id, name, %s) VALUES (9, 'x', %s) RETURNING %1$s";
    return WRITTEN.entrySet().stream()
        .flatMap(
            column ->
                cases(
                    Feature.PARAMETERS, sql(insert.formatted(column.getKey(), column.getValue()))));
  }

  private static Stream<TwinCase> uses() {
    return cases(
        Feature.DEFAULT,
        sql("SELECT * FROM gadgets").butOnlyAs(Mode.STATEMENT),
        sql("SELECT g.* FROM gadgets g WHERE g.span @> 3 AND g.addr << g.net")
            .butOnlyAs(Mode.STATEMENT),
        sql("SELECT (pair).a + 1, (pair).b, (pairs[1]).b FROM gadgets"),
        sql("SELECT id FROM gadgets WHERE pair = ROW(1, 'x')::pair AND cost > 1"),
        sql("SELECT grid[2][1], codes || 'z'::varchar, array_length(grid, 1) FROM gadgets"),
        sql("SELECT doc ->> 'a', doc -> 'a' FROM gadgets WHERE search @@ asked"),
        sql("SELECT span * int4range(2, 9), upper(days), spot <-> point(0, 0) FROM gadgets"),
        sql("SELECT moods[1], unnest(moods) FROM gadgets WHERE 'glad' = ANY (moods)"),
        sql("SELECT stamp AT TIME ZONE 'UTC', clock, gap * 2, cash * 2 FROM gadgets"),
        sql("SELECT cost, count(*), max(sorted) FROM gadgets GROUP BY cost"),
        sql("SELECT wide || '|', letter = 'c', label = 'label', bits | B'010' FROM gadgets"),
        sql("SELECT pg_typeof(short), pg_typeof(place), pg_typeof(gap), thing FROM gadgets"),
        sql("UPDATE gadgets SET grid[1][1] = 9, codes[1] = 'a' WHERE id = 1"),
        sql("UPDATE gadgets SET pair.a = 5, name = 'n' WHERE id = 1"),
        sql("UPDATE gadgets SET moods = moods || ?::mood, name = ? WHERE id = ?", "calm", "n", 1),
        sql("UPDATE gadgets SET short = ?, cost = ?, name = ? WHERE id = ?", "s", 4, "n", 1),
        sql(
            "SELECT count(DISTINCT later), min(later) > now(), max(day) = CURRENT_DATE FROM visits"),
        sql("SELECT who, day = hour::date, pg_typeof(hour) FROM visits"),
        sql("INSERT INTO visits (id, guest) VALUES (9, 'x') RETURNING who, day = CURRENT_DATE"),
        sql("UPDATE visits SET hour = later WHERE who = CURRENT_USER"));
  }
}
