-- Each statement is run on its own, on MySQL and MariaDB.

-- Labels are spelled as the statement spells them, and stars as the table does.
SELECT NICKNAME, ID, users.LEVEL FROM users ORDER BY id;
SELECT u.nickname, U.level AS L, u.CITY FROM users u ORDER BY u.ID;
SELECT * FROM users ORDER BY id;
SELECT *, 1 FROM orders ORDER BY id;
SELECT x.* FROM (SELECT NickName, iD FROM users) x ORDER BY 2;
SELECT NickName FROM users UNION SELECT item FROM orders ORDER BY 1;
SELECT LEVEL, COUNT(*) FROM users GROUP BY Level;

-- Names of tables: here their case counts.
SELECT born, Name FROM People ORDER BY id;
SELECT People.Born FROM People WHERE People.id = 1;
SELECT p.born FROM People AS p GROUP BY p.id;
SELECT born FROM people;
UPDATE People SET born = 2000, name = 'X' WHERE Born = 1990;
DELETE FROM People WHERE People.born > 1;

-- Updates of several tables.
UPDATE users u JOIN orders o ON o.user_id = u.id SET u.nickname = 'x' WHERE o.amount > 50;
UPDATE users u JOIN orders o ON o.user_id = u.id SET u.nickname = o.item, u.name = 'y';
UPDATE users u, orders o SET u.name = CONCAT(u.name, o.remark), o.amount = o.amount + u.level WHERE o.user_id = u.id;
UPDATE users u, orders o SET nickname = 'x', discount = 5 WHERE o.user_id = u.id AND remark = 'none';
UPDATE users JOIN orders ON orders.user_id = users.id SET users.name = COALESCE(nickname, 'nobody'), item = remark;
UPDATE users JOIN orders ON orders.user_id = users.id AND discount = 0 SET users.City = 'Rome' WHERE users.level = 1;
UPDATE orders o LEFT JOIN users u ON u.id = o.user_id SET o.amount = u.level, o.item = COALESCE(u.nickname, 'none');
UPDATE orders o LEFT JOIN users u ON u.id = o.user_id SET o.item = 'alone' WHERE u.level IS NULL;
UPDATE users u LEFT JOIN orders o ON o.user_id = u.id SET u.City = 'X', o.remark = u.nickname WHERE o.discount IS NULL;
UPDATE notes n JOIN users u ON u.id = n.user_id SET n.note = u.nickname;
UPDATE notes n JOIN users u ON u.id = n.user_id SET n.note = COALESCE(nickname, n.note), n.user_id = level + 1;
UPDATE users a JOIN users b ON b.id = a.id + 1 SET a.name = CONCAT(b.name, b.level), a.nickname = b.nickname;
UPDATE users u JOIN (SELECT user_id, SUM(discount) AS total FROM orders GROUP BY user_id) s ON s.user_id = u.id SET u.level = s.total, u.name = s.total;
UPDATE users u JOIN orders o USING (id) SET u.name = o.remark, o.discount = 7;
UPDATE users u NATURAL JOIN orders o SET u.name = o.remark;
UPDATE (users u JOIN orders o ON o.user_id = u.id) LEFT JOIN notes n ON n.user_id = u.id SET n.note = o.remark, u.level = 3;
UPDATE users u STRAIGHT_JOIN orders o ON o.user_id = u.id SET o.item = u.nickname;
UPDATE LOW_PRIORITY IGNORE users u INNER JOIN orders o ON o.user_id = u.id SET u.nickname = DEFAULT, u.level = DEFAULT;
UPDATE users u JOIN orders o ON o.user_id = u.id SET u.name = (SELECT MAX(n.note) FROM notes n WHERE n.user_id = u.level);
UPDATE users u JOIN orders o ON o.user_id = u.id SET u.name = (SELECT MAX(CONCAT(n.note, level)) FROM notes n);
UPDATE users u JOIN orders o ON o.user_id = u.id SET u.name = (SELECT COUNT(*) FROM (SELECT note FROM notes) n WHERE level = 1);
UPDATE users u JOIN orders o ON o.user_id = u.id SET u.nickname = 'a', u.nickname = 'b';
UPDATE users u JOIN orders o ON o.user_id = u.id SET u.nickname = 'x' WHERE 1 = 0;
UPDATE users AS U JOIN orders ON orders.user_id = U.id SET U.Nickname = 'x', U.Name = 'z' WHERE U.LEVEL = 1 OR orders.Discount > 3;
UPDATE users u USE INDEX (PRIMARY) JOIN orders o ON o.user_id = u.id SET u.name = u.level;
UPDATE users u JOIN People p ON p.id = u.id SET p.born = 2000, u.name = p.Born;
UPDATE orders o CROSS JOIN notes n SET n.note = 'z' WHERE n.user_id = o.user_id AND o.discount = 0;
WITH c AS (SELECT id, nickname FROM users) UPDATE orders o JOIN c ON c.id = o.user_id SET o.item = COALESCE(c.nickname, 'c'), o.remark = 'x';

-- Deletes from several tables.
DELETE u FROM users u JOIN orders o ON o.user_id = u.id WHERE u.level = 1 AND o.amount < 100;
DELETE u, o FROM users u JOIN orders o ON o.user_id = u.id WHERE o.discount = 0;
DELETE FROM u, o USING users u JOIN orders o ON o.user_id = u.id WHERE remark = 'none' AND u.id = 2;
DELETE FROM users.* USING users LEFT JOIN orders ON orders.user_id = users.id AND users.level = 1 WHERE discount IS NULL;
DELETE users.* FROM users JOIN notes ON notes.user_id = users.id WHERE users.nickname IS NULL;
DELETE n FROM notes n JOIN users u ON u.id = n.user_id WHERE u.nickname IS NULL;
DELETE n FROM notes n LEFT JOIN users u ON u.id = n.user_id WHERE u.level IS NULL;
DELETE QUICK IGNORE o FROM orders AS o JOIN users AS u ON u.id = o.user_id AND u.level = 1;
DELETE a FROM users a JOIN users b ON b.id > a.id AND a.level = b.level;
DELETE o FROM orders o WHERE o.discount = 0 AND o.id < 3;
DELETE o FROM orders o, users u WHERE o.user_id = u.id AND EXISTS (SELECT 1 FROM notes n WHERE n.user_id = u.id AND level = 1);
DELETE FROM o USING orders AS o WHERE o.remark = 'none';

-- Groups.
SELECT level, COUNT(*) FROM users GROUP BY level WITH ROLLUP;
SELECT level, City, COUNT(nickname) FROM users GROUP BY level, City WITH ROLLUP ORDER BY level, City;
SELECT nickname, MAX(level) FROM users GROUP BY nickname WITH ROLLUP HAVING COUNT(*) > 1;
SELECT id, nickname, level FROM users GROUP BY id;
SELECT u.id, u.nickname, COUNT(o.id) FROM users u LEFT JOIN orders o ON o.user_id = u.id GROUP BY u.id ORDER BY u.id;
SELECT id, MAX(nickname) AS n FROM users GROUP BY id WITH ROLLUP;
SELECT remark AS r, SUM(discount) FROM orders GROUP BY r WITH ROLLUP;
SELECT 1 + level AS l, GROUP_CONCAT(DISTINCT nickname ORDER BY level DESC SEPARATOR ';') FROM users GROUP BY 1;
SELECT level, COUNT(*) OVER (PARTITION BY nickname ORDER BY level, id) AS c FROM users ORDER BY id;
SELECT DISTINCT level, nickname FROM users;
SELECT DISTINCTROW level FROM users;
SELECT SQL_NO_CACHE HIGH_PRIORITY SQL_SMALL_RESULT level, COUNT(*) FROM users GROUP BY level;
SELECT SQL_CALC_FOUND_ROWS nickname FROM users LIMIT 1;

-- Joins.
SELECT u.nickname, o.discount FROM users u STRAIGHT_JOIN orders o ON o.user_id = u.id ORDER BY o.id;
SELECT STRAIGHT_JOIN u.nickname, o.discount FROM users u JOIN orders o ON o.user_id = u.id ORDER BY o.id;
SELECT u.nickname, o.discount FROM users u STRAIGHT_JOIN orders o WHERE o.user_id = u.id ORDER BY o.id;
SELECT n.note, u.level FROM notes n LEFT JOIN (users u JOIN orders o ON o.user_id = u.id AND o.discount = 0) ON n.user_id = u.id ORDER BY n.id, o.id;
SELECT n.note, u.level FROM notes n LEFT JOIN (users u CROSS JOIN orders o) ON n.user_id = u.id AND o.user_id = u.id ORDER BY n.id, o.id;
SELECT n.note, u.level, o.remark FROM (notes n, users u) LEFT JOIN orders o ON o.user_id = u.id WHERE n.user_id = u.id ORDER BY n.id, o.id;
SELECT n.note, u.level FROM notes n LEFT JOIN users u LEFT JOIN orders o ON o.user_id = u.id ON n.user_id = u.id ORDER BY n.id, o.id;
SELECT u.name, o.remark FROM users u NATURAL LEFT JOIN orders o ORDER BY u.id;
SELECT id, level, remark FROM users RIGHT JOIN orders USING (id) ORDER BY id;
SELECT u.name, o.remark FROM {oj users u LEFT OUTER JOIN orders o ON o.user_id = u.id} WHERE u.level = 1 ORDER BY u.id, o.id;
SELECT u.name FROM {oj users u LEFT JOIN orders o ON o.user_id = u.id AND o.remark = 'none'} WHERE o.discount IS NULL ORDER BY u.id;
SELECT a.nickname, b.level FROM users a JOIN users b ON b.level = a.level AND b.id > a.id ORDER BY a.id, b.id;
SELECT u.nickname FROM users u USE INDEX (PRIMARY) IGNORE INDEX FOR ORDER BY (PRIMARY) WHERE u.id > 1 ORDER BY u.id;
SELECT u.nickname FROM users AS u FORCE KEY (PRIMARY) JOIN orders o USE INDEX () ON o.user_id = u.id ORDER BY o.id;
SELECT nickname FROM this_database.users ORDER BY id;
SELECT this_database.users.nickname, users.LEVEL FROM this_database.users WHERE this_database.users.level = 1 ORDER BY users.id;
UPDATE this_database.users SET this_database.users.nickname = 'x', users.name = users.level WHERE this_database.users.id = 1;
UPDATE this_database.users u JOIN this_database.orders ON u.id = orders.user_id SET this_database.orders.remark = 'x', u.name = this_database.orders.discount;
DELETE this_database.users FROM this_database.users JOIN notes n ON n.user_id = users.id WHERE this_database.users.level = 1;

-- Words that are names, or are none.
SELECT u.name AS `level`, nickname AS 'label' FROM users u ORDER BY u.id;
SELECT u.name level, nickname 'label' FROM users u ORDER BY u.id;
SELECT u.level mod 2, nickname IS NOT NULL, level DIV 1, level XOR 0 FROM users u ORDER BY u.id;
SELECT level REGEXP '1', nickname RLIKE 'a', nickname SOUNDS LIKE 'a', level BETWEEN 0 AND 1 FROM users;
SELECT nickname <=> NULL, level <=> 1, !level, ~level & 1, level << 1, level ^ 1 FROM users LIMIT 2;
SELECT nickname COLLATE utf8mb4_bin, BINARY nickname, CONVERT(nickname USING utf8mb4), CAST(level AS CHAR) FROM users LIMIT 1;
SELECT @a := level, @b FROM users LIMIT 1;
SELECT INTERVAL(level, 0, 1, 2), NOW() + INTERVAL level DAY > NOW() AS later, LEFT(nickname, 1), RIGHT(name, level), `REPLACE`(name, 'a', 'b') FROM users LIMIT 1;
SELECT REPLACE(name, 'a', level), INSERT(name, level, 1, 'x'), VALUES(level), IF(level, 'a', 'b'), TRIM(LEADING 'A' FROM name) FROM users;
SELECT CASE level WHEN 1 THEN nickname ELSE name END AS c, COUNT(*) FROM users GROUP BY c ORDER BY c;
SELECT name FROM users WHERE (level, id) IN ((1, 2), (1, 3)) ORDER BY id;
SELECT name FROM users WHERE ROW(level, id) = ROW(1, 2);
SELECT name FROM users WHERE level = ANY (SELECT level FROM users) AND level >= ALL (SELECT level FROM users) ORDER BY id;
SELECT name, nickname FROM users ORDER BY FIELD(level, 2, 1), id LIMIT 1, 2;
SELECT name, nickname FROM users ORDER BY id LIMIT 2 OFFSET 1;
SELECT nickname INTO @n FROM users LIMIT 1;
SELECT * FROM users LIMIT 0;
SELECT COUNT(nickname), COUNT(*), COUNT(DISTINCT level, nickname) FROM users;
SELECT level AS `a b`, 'x' 'y', N'z', _utf8mb4'w', 0x41, b'1', DATE '2020-01-01' FROM users LIMIT 1;
SELECT /* nickname */ level -- comment
FROM users # more
LIMIT 1;
SELECT /*+ NO_MERGE() */ level FROM users LIMIT 1;
SELECT nickname FROM users FOR UPDATE;
SELECT nickname FROM users WHERE id = 1 LOCK IN SHARE MODE;
/* mysql */ SELECT nickname FROM users u WHERE id = 1 FOR SHARE OF u SKIP LOCKED;
SELECT nickname FROM users WHERE id = 1 FOR UPDATE NOWAIT;
(SELECT nickname, level FROM users) UNION ALL (SELECT item, discount FROM orders) ORDER BY 2, 1 LIMIT 3;
SELECT nickname FROM users EXCEPT SELECT remark FROM orders;
SELECT remark FROM orders INTERSECT SELECT remark FROM orders;
/* mysql */ TABLE users ORDER BY level, id LIMIT 2;
VALUES ROW(1, 2);
WITH RECURSIVE r (n) AS (SELECT level FROM users WHERE id = 1 UNION ALL SELECT n + 1 FROM r WHERE n < 3) SELECT n, nickname FROM r JOIN users ON id = n ORDER BY n;
SELECT (SELECT nickname FROM users WHERE id = o.user_id) AS n, discount FROM orders o ORDER BY id;
SELECT name FROM users u WHERE EXISTS (SELECT * FROM orders WHERE user_id = u.id AND discount < level) ORDER BY id;
SELECT name FROM users WHERE id IN (SELECT user_id FROM orders WHERE remark = 'none') ORDER BY level, id;
SELECT d.n FROM (SELECT COALESCE(nickname, name) AS n FROM users) AS d ORDER BY 1;
/* mysql */ SELECT u.name, d.r FROM users u, LATERAL (SELECT MAX(remark) AS r FROM orders o WHERE o.user_id = u.id AND u.level = 1) d ORDER BY u.id;
SELECT j.x, u.nickname FROM users u, JSON_TABLE('[1, 2]', '$[*]' COLUMNS (x int PATH '$')) j WHERE u.id = j.x ORDER BY 1;
DESCRIBE users name;
SHOW COLUMNS FROM users LIKE 'name';
CREATE TABLE copies AS SELECT id, nickname FROM users;
DROP TABLE IF EXISTS copies;

-- One table.
UPDATE users SET nickname = 'x', name = 'y' WHERE id = 1;
UPDATE users SET nickname = 'x' ORDER BY id DESC LIMIT 2;
UPDATE users SET name = CONCAT(name, level) WHERE nickname IS NULL ORDER BY level, id LIMIT 2;
UPDATE users SET name = nickname, City = level;
UPDATE users SET users.nickname = users.name, users.City = users.level;
UPDATE users SET level = level + 1, name = level;
UPDATE users SET level = 5, level = level * 2, name = level, City = CONCAT(level, nickname);
UPDATE users SET level = 5, level = DEFAULT, name = level WHERE level = 1;
UPDATE users SET nickname = CONCAT(name, 'x'), City = nickname;
INSERT INTO users (id, name) VALUES (1, 'A') ON DUPLICATE KEY UPDATE level = 7, name = level, City = nickname;
UPDATE users SET name = (SELECT MAX(remark) FROM orders WHERE user_id = users.id AND discount = users.level - 1);
UPDATE users SET name = (SELECT MAX(note) FROM notes WHERE user_id = level);
UPDATE users SET name = (SELECT COUNT(*) FROM (SELECT note FROM notes) n WHERE level = 1);
UPDATE users SET name = (SELECT MAX(n) FROM (SELECT note AS n, id AS nickname FROM notes) s WHERE nickname = 1);
UPDATE users SET nickname = 'x' WHERE name = (SELECT COUNT(*) FROM (SELECT note FROM notes) n WHERE level = 1);
UPDATE users SET name = 'x' WHERE level IN (SELECT s.i FROM (SELECT id AS i FROM notes) s WHERE s.i = level) ORDER BY id LIMIT 2;
/* mysql */ DELETE FROM users WHERE level = 1 AND EXISTS (SELECT 1 FROM (SELECT 1 AS one) s WHERE nickname IS NULL) LIMIT 2;
INSERT INTO users (id, nickname) VALUES (1, (SELECT MAX(note) FROM notes)) ON DUPLICATE KEY UPDATE name = VALUES(nickname);
DELETE FROM users WHERE EXISTS (SELECT 1 FROM (SELECT 1 AS one) s WHERE nickname IS NULL);
DELETE FROM users WHERE nickname IS NULL ORDER BY level, id LIMIT 1;
DELETE LOW_PRIORITY FROM orders WHERE discount > 0 OR remark = 'none' AND id < 3;
INSERT INTO users (id, name, nickname) VALUES (7, 'Gil', 'g'), (8, 'Hal', DEFAULT);
INSERT INTO users SET id = 7, nickname = 'x', name = 'Gil';
INSERT INTO users VALUES (7, 'Gil', 'Rome', 'g', 2);
INSERT INTO users (name, nickname, level) SELECT item, remark, discount FROM orders;
INSERT IGNORE INTO users (id, nickname) VALUES (1, 'x'), (9, 'y');
INSERT INTO users (id, name, nickname) VALUES (1, 'A', 'x') ON DUPLICATE KEY UPDATE name = CONCAT(VALUES(name), level), nickname = VALUES(nickname);
INSERT INTO users (id, name) VALUES (1, 'A') ON DUPLICATE KEY UPDATE name = COALESCE(nickname, 'none');
/* mysql */ INSERT INTO users (id, name, nickname) VALUES (1, 'A', 'x') AS new ON DUPLICATE KEY UPDATE name = new.nickname, nickname = new.name;
REPLACE INTO users (id, name, nickname) VALUES (1, 'A', 'x');
REPLACE users SET id = 2, nickname = 'x';
REPLACE INTO orders (id, item, discount) SELECT id, name, level FROM users;
/* mariadb */ INSERT INTO users (id, name, nickname) VALUES (7, 'G', 'g') RETURNING id, NICKNAME, level;
/* mariadb */ DELETE FROM users WHERE level = 1 RETURNING Nickname, name;
/* mariadb */ INSERT INTO users (id, nickname) VALUES (7, 'g') RETURNING *;
/* mariadb */ UPDATE users SET nickname = 'x' WHERE id = 1 LIMIT 1;
