package dev.lacuna.asif;

import static dev.lacuna.asif.TwinCase.cases;
import static dev.lacuna.asif.TwinCase.sql;

import java.util.stream.Stream;

/** Every type of MySQL and MariaDB as a declared column. */
final class MySqlTypeCases {

  private MySqlTypeCases() {}

  static Stream<TwinCase> all() {
    return uses();
  }

  private static Stream<TwinCase> uses() {
    return cases(
        Engines.MYSQL_FAMILY,
        Feature.DEFAULT,
        sql("SELECT id FROM widgets WHERE active AND stock < 0 AND price > 12 AND flag"),
        sql(
            "SELECT id FROM widgets WHERE feeling = 'calm' AND options = 'x,z' AND vintage"
                + " = 1999"),
        sql(
            "SELECT id FROM widgets WHERE FIND_IN_SET('z', options) AND bits = 5 AND raw ="
                + " 0xcafe"),
        sql(
            "SELECT tiny + utiny, small - med, usmall * 2, ustock + 1, serial_no, userial"
                + " - 1 FROM widgets"),
        sql(
            "SELECT price * 2, price / 3, ROUND(weight, 1), ratio + weight, SUM(price)"
                + " OVER () FROM widgets"),
        sql(
            "SELECT body LIKE '%quoted%', CHAR_LENGTH(label), LENGTH(bin), code = 'ab',"
                + " exact = 'bin', latin FROM widgets"),
        sql("SELECT feeling, COUNT(*) FROM widgets GROUP BY feeling"),
        sql("SELECT id FROM widgets ORDER BY feeling, since, id DESC"),
        sql(
            "SELECT alarm, TIME_TO_SEC(alarm), ADDTIME(alarm3, '01:00:00'), made6,"
                + " MICROSECOND(made6), sold, sold3 FROM widgets"),
        sql(
            "SELECT id FROM widgets WHERE made BETWEEN '2026-01-01' AND '2026-12-31' AND"
                + " since >= '2026-02-28' AND sold > '2026-01-01'"),
        sql(
            "SELECT meta, JSON_EXTRACT(meta, '$.a') FROM widgets WHERE JSON_EXTRACT(meta,"
                + " '$.a[0]') = 1"),
        sql(
            "SELECT nothing, COALESCE(ttext, mtext, ltext, 'none'), tblob IS NULL FROM"
                + " widgets"),
        sql("SELECT id, seen <= NOW(6) FROM visits"),
        sql("SELECT COUNT(DISTINCT seen), SUM(seen <= NOW(6)) FROM visits"),
        sql("SELECT guest FROM visits WHERE seen <= SYSDATE(6) ORDER BY seen, id"),
        sql("SELECT seen IS NULL, seen > '2026-01-01' FROM visits"),
        sql(
            "UPDATE widgets SET active = NOT active, stock = stock + 1, feeling = 'glad',"
                + " options = 'y', flag = 0"),
        sql(
            "UPDATE widgets SET meta = JSON_SET(meta, '$.b', 1), name = shout WHERE answer"
                + " = 42"),
        sql("UPDATE widgets SET name = CONCAT(label, tiny, HEX(bin), alarm3, feeling, options)"),
        sql("UPDATE widgets SET name = CONCAT(ustock, price, ratio, weight, code, latin)"),
        sql(
            "INSERT INTO widgets (id, name, feeling, options, bits, vintage) VALUES (9,"
                + " 'x', 'glad', 'x,y', b'111', 2001)"),
        sql(
            "INSERT INTO widgets (id, name, meta, raw, blb, made6) VALUES (9, 'x', '{\"k\":"
                + " [1]}', x'00ff', 'b', NOW(6))"),
        sql(
            "INSERT INTO widgets (id, name, place) VALUES (9, 'x',"
                + " ST_GeomFromText('POINT(1 2)'))"),
        sql(
            "INSERT INTO widgets (id, name, price, ratio, weight, stock) SELECT id + 10,"
                + " name, price, ratio, weight, stock FROM widgets"),
        sql("INSERT INTO visits (id, guest, seen) VALUES (9, 'x', NOW())"),
        sql("INSERT INTO visits (id, guest, seen) SELECT id + 10, guest, seen FROM visits"),
        sql("DELETE FROM widgets WHERE NOT active OR alarm > '07:00:00'"),
        sql("SELECT * FROM visits WHERE seen IS NULL"),
        sql(
            "SELECT w.tiny, v.price FROM widgets w JOIN widgets v ON v.tiny = w.tiny AND"
                + " v.id = w.id + 1"),
        sql("SELECT tiny FROM widgets UNION SELECT utiny FROM widgets"),
        sql("SELECT feeling FROM widgets UNION ALL SELECT label FROM widgets"),
        sql(
            "SELECT IFNULL(umed, 1), IFNULL(uprice, 1), IFNULL(whole, 1), IFNULL(nothing,"
                + " 'x') FROM widgets"));
  }
}
