DROP TABLE IF EXISTS item, kinds, other, big

CREATE TABLE item (
  id int AUTO_INCREMENT PRIMARY KEY,
  name varchar(40) NOT NULL UNIQUE,
  price decimal(10, 2) DEFAULT 1.50,
  note text)

INSERT INTO item (name, price, note) VALUES ('ink', 2.25, NULL), ('nib', 0.80, 'steel'), ('pad', NULL, 'A5')

CREATE TABLE other (id int PRIMARY KEY)

CREATE TABLE big (n int PRIMARY KEY, t text)

INSERT INTO big WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 500)
SELECT n, concat('row ', n) FROM s

CREATE TABLE kinds (
  id int PRIMARY KEY,
  c_tinyint tinyint, c_tiny1 tinyint(1), c_smallint smallint, c_mediumint mediumint, c_int int, c_uint int unsigned,
  c_bigint bigint, c_ubigint bigint unsigned, c_float float, c_double double, c_decimal decimal(20, 6), c_bit bit(3),
  c_bit1 bit(1), c_char char(5), c_varchar varchar(20), c_text text, c_binary binary(4), c_varbinary varbinary(10),
  c_blob blob, c_date date, c_time time(1), c_datetime datetime(3), c_timestamp timestamp(6) NULL, c_year year,
  c_enum enum('small', 'large'), c_set set('a', 'b', 'c'), c_json json, c_geometry geometry)

INSERT INTO kinds VALUES
  (1, 1, 1, 300, 70000, 42, 4000000000, 4000000000, 18446744073709551615, 1.5, 2.25, 12.340000, b'101', b'1', 'abc',
   'vär', '12', x'00ff10', x'00ff', x'00ff10', '2026-02-28', '13:14:15.5', '2026-02-28 13:14:15.123',
   '2026-02-28 13:14:15.123456', 2026, 'large', 'a,c', '{"k": [1, 2]}', ST_GeomFromText('POINT(1 2)')),
  (2, -128, 0, -32768, -8388608, -2147483648, 0, -9223372036854775808, 0, -3.5e10, -1e300, -0.000001, b'0', b'0', '',
   '', 'line\n''two''', '', '', '', '0001-01-01', '-838:59:59.0', '1000-01-01 00:00:00', '1970-01-02 00:00:01', 1901,
   'small', '', 'null', ST_GeomFromText('LINESTRING(0 0, 1 1)')),
  (3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
   NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)

DROP FUNCTION IF EXISTS twice

CREATE FUNCTION twice(n int) RETURNS int DETERMINISTIC RETURN n * 2

DROP PROCEDURE IF EXISTS split

CREATE PROCEDURE split(INOUT a int, OUT b text, IN c text)
BEGIN SET a = a + 1; SET b = upper(c); END

DROP PROCEDURE IF EXISTS items

CREATE PROCEDURE items()
BEGIN SELECT id, name FROM item ORDER BY id; SELECT count(*) AS n FROM item; END

DROP PROCEDURE IF EXISTS put

CREATE PROCEDURE put(n varchar(40), INOUT found int)
BEGIN INSERT INTO item (name) VALUES (n); SELECT count(*) INTO found FROM item; END

ANALYZE TABLE item, kinds, other, big
