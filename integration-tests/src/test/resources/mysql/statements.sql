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
