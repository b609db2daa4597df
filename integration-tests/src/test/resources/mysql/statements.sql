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
