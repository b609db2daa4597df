package dev.lacuna.asif;

import static dev.lacuna.asif.TwinCase.cases;
import static dev.lacuna.asif.TwinCase.sql;

import java.util.stream.Stream;

/** Single-table reads: what is selected, filtered, sorted. */
final class SelectCases {

  private SelectCases() {}

  static Stream<TwinCase> all() {
    return Stream.of(
            selectLists(), filters(), orderings(), distincts(), pagings(), expressions(), values())
        .flatMap(cases -> cases);
  }

  private static Stream<TwinCase> selectLists() {
    return TwinCase.concat(
        cases(
            Feature.SELECT_LIST,
            sql("SELECT id, name, nickname FROM users WHERE id = 1"),
            sql("SELECT nickname FROM users"),
            sql("SELECT users.nickname, users.id FROM users"),
            sql("SELECT id, nickname FROM users WHERE id = ?", 3),
            sql("SELECT nickname || '!' FROM users"),
            sql(
                "SELECT nickname AS nick, discount_of.pct FROM users, (SELECT 5 AS pct) discount_of"),
            sql("SELECT level * 2 + 1 AS doubled, level / 2.0 FROM users"),
            sql("SELECT ALL nickname FROM users"),
            sql("SELECT nickname, nickname FROM users WHERE id = 2")),
        cases(
            Engines.POSTGRESQL,
            Feature.SELECT_LIST,
            sql("SELECT ?::text || coalesce(nickname, ?) FROM users WHERE id = ?", "a", "b", 2),
            sql("select NickName, NICKNAME from Users where ID = 1")));
  }

  private static Stream<TwinCase> filters() {
    return TwinCase.concat(
        cases(
            Feature.FILTER,
            sql("SELECT id FROM users WHERE nickname IS NULL"),
            sql("SELECT id FROM users WHERE nickname IS NOT NULL"),
            sql("SELECT id FROM users WHERE nickname = 'ace'"),
            sql("SELECT id FROM users WHERE nickname = ?", "ace"),
            sql("SELECT id FROM users WHERE nickname = ? OR id = ?", "ace", 2),
            sql("SELECT id FROM users WHERE NOT (nickname LIKE 'a%')"),
            sql("SELECT id FROM users WHERE nickname IN ('a', 'b') OR level IN (1, 2)"),
            sql("SELECT id FROM users WHERE level BETWEEN ? AND ?", 0, 5),
            sql("SELECT id FROM orders WHERE discount = 0 AND amount - discount > 50"),
            sql("SELECT id FROM orders WHERE discount < ?", new java.math.BigDecimal("0.01")),
            sql("SELECT id FROM users WHERE (id, level) IN ((1, 1), (2, 2))")),
        cases(
            Engines.POSTGRESQL,
            Feature.FILTER,
            sql("SELECT id FROM users WHERE nickname IS DISTINCT FROM ?", "ace"),
            sql("SELECT id FROM users WHERE nickname ~* '^A' OR name ~* '^A'"),
            sql("SELECT id FROM users WHERE (nickname, level) IS NOT DISTINCT FROM (NULL, 1)"),
            sql("SELECT id FROM users WHERE nickname = ANY (ARRAY['a', 'b']) IS NULL")));
  }

  private static Stream<TwinCase> orderings() {
    return TwinCase.concat(
        cases(
            Feature.ORDER_BY,
            sql("SELECT id FROM users ORDER BY nickname, id"),
            sql("SELECT id, nickname FROM users ORDER BY 2, 1 DESC"),
            sql("SELECT id, level AS l FROM users ORDER BY l, id"),
            sql("SELECT name FROM users ORDER BY coalesce(nickname, name) DESC")),
        cases(
            Engines.POSTGRESQL,
            Feature.ORDER_BY,
            sql("SELECT id, name FROM users ORDER BY nickname DESC NULLS LAST, name DESC"),
            sql("SELECT name FROM users ORDER BY level USING >, name")));
  }

  private static Stream<TwinCase> distincts() {
    return TwinCase.concat(
        cases(
            Feature.DISTINCT,
            sql("SELECT DISTINCT nickname FROM users"),
            sql("SELECT DISTINCT nickname, city FROM users ORDER BY city"),
            sql("SELECT count(DISTINCT nickname), count(DISTINCT level) FROM users")),
        cases(
            Engines.POSTGRESQL,
            Feature.DISTINCT,
            sql("SELECT DISTINCT ON (nickname) id, nickname FROM users ORDER BY nickname, id"),
            sql(
                "SELECT DISTINCT ON (city, level) city, level, id FROM users ORDER BY city, level, id")));
  }

  private static Stream<TwinCase> pagings() {
    return TwinCase.concat(
        cases(
            Feature.PAGING,
            sql("SELECT id, nickname FROM users ORDER BY id LIMIT 2"),
            sql(
                "SELECT id FROM users WHERE (nickname, id) > ('', 2) OR id > 2 ORDER BY id LIMIT 3")),
        cases(
            Engines.NOT_MYSQL,
            Feature.PAGING,
            sql("SELECT id, nickname FROM users ORDER BY nickname, id LIMIT ? OFFSET ?", 2, 1),
            sql("SELECT nickname, id FROM users ORDER BY id OFFSET 1 ROW FETCH NEXT 2 ROWS ONLY"),
            sql("SELECT level FROM users ORDER BY level FETCH FIRST 2 ROWS WITH TIES")),
        cases(
            Engines.POSTGRESQL,
            Feature.PAGING,
            sql("SELECT id, nickname FROM users ORDER BY id OFFSET 4")));
  }

  private static Stream<TwinCase> expressions() {
    return TwinCase.concat(
        cases(
            Feature.EXPRESSION,
            sql("SELECT id, CASE WHEN nickname IS NULL THEN 'none' ELSE nickname END FROM users"),
            sql("SELECT id, CASE level WHEN 1 THEN 'new' WHEN 2 THEN 'old' END AS age FROM users"),
            sql(
                "SELECT coalesce(nickname, name), nullif(level, 1), greatest(level, age) FROM users"),
            sql("SELECT id, nickname IS NULL AND level > 0 AS fresh FROM users"),
            sql("SELECT extract(year FROM joined), position('a' IN nickname) FROM users"),
            sql(
                "SELECT length(nickname), upper(nickname), substring(nickname FROM 1 FOR 2) FROM users")),
        cases(
            Engines.POSTGRESQL,
            Feature.EXPRESSION,
            sql("SELECT nickname::text, CAST(level AS bigint), level::text FROM users"),
            sql("SELECT json_build_object('nick', nickname, 'level', level) FROM users"),
            sql("SELECT jsonb_agg(nickname ORDER BY id) FROM users"),
            sql("SELECT ARRAY[nickname, name] FROM users WHERE id = 1"),
            sql("SELECT array_agg(level ORDER BY id), string_agg(nickname, ',') FROM users"),
            sql("SELECT ARRAY(SELECT nickname FROM users ORDER BY id)"),
            sql("SELECT ROW(id, nickname)::text FROM users WHERE id = 1"),
            sql("SELECT nickname COLLATE \"C\" FROM users ORDER BY nickname COLLATE \"C\", id")));
  }

  private static Stream<TwinCase> values() {
    return cases(
        Engines.NOT_MYSQL,
        Feature.VALUES,
        sql("SELECT v.x, u.nickname FROM (VALUES (1), (2)) v(x) JOIN users u ON u.id = v.x"),
        sql(
            "SELECT id FROM users WHERE (id, coalesce(nickname, '-')) IN (VALUES (1, '-'), (2, 'x'))"));
  }
}
