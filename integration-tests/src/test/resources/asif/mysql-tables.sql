-- Both twins, on MySQL and on MariaDB: the tables as they were, without the declared columns, and their rows.
CREATE TABLE cities (city varchar(40) PRIMARY KEY, country varchar(40));
CREATE TABLE users (
  id int AUTO_INCREMENT PRIMARY KEY,
  name varchar(60) NOT NULL,
  email varchar(60) UNIQUE,
  city varchar(40),
  age int,
  manager_id int,
  joined date NOT NULL DEFAULT '2026-01-01',
  KEY users_city (city),
  CONSTRAINT users_manager FOREIGN KEY (manager_id) REFERENCES users (id)
);
CREATE TABLE orders (
  id bigint AUTO_INCREMENT PRIMARY KEY,
  user_id int,
  item varchar(60) NOT NULL,
  amount decimal(10,2),
  status varchar(20) NOT NULL DEFAULT 'open',
  tags varchar(60),
  KEY orders_status (status),
  CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
-- These have columns of the same names, and have always had them.
CREATE TABLE pets (id int PRIMARY KEY, owner_id int, nickname varchar(40), kind varchar(20));
CREATE TABLE rebates (discount decimal(10,2), title varchar(40));
CREATE TABLE logins (user_id int, at datetime, ip varchar(40));

CREATE TABLE `Order Lines` (id int PRIMARY KEY, `order` bigint, `Qty` int);
CREATE TABLE widgets (id int PRIMARY KEY, name varchar(60) NOT NULL);
CREATE TABLE visits (id int PRIMARY KEY, guest varchar(60));
CREATE TABLE accounts (id int PRIMARY KEY, owner varchar(60));
-- The server sets a column of its own when another one changes.
CREATE TABLE notes (
  id int PRIMARY KEY,
  body varchar(100),
  touched timestamp(6) NOT NULL DEFAULT '2026-01-01 00:00:00' ON UPDATE CURRENT_TIMESTAMP(6)
);
-- Declared columns stand before and between these.
CREATE TABLE profiles (id int PRIMARY KEY, name varchar(40), born date);
CREATE TABLE readings (id int, taken date NOT NULL, value int, PRIMARY KEY (id, taken))
  PARTITION BY RANGE (year(taken)) (
    PARTITION p25 VALUES LESS THAN (2026),
    PARTITION p26 VALUES LESS THAN (2027),
    PARTITION later VALUES LESS THAN MAXVALUE);

INSERT INTO cities VALUES ('London', 'GB'), ('Paris', 'FR'), ('Oslo', 'NO');
INSERT INTO users (id, name, email, city, age, manager_id) VALUES
  (1, 'Ada', 'ada@x.org', 'London', 36, NULL),
  (2, 'Ben', 'ben@x.org', 'Paris', 41, 1),
  (3, 'Cleo', NULL, 'London', 29, 1),
  (4, 'Dan', 'dan@x.org', NULL, NULL, 2),
  (5, 'Eve', NULL, 'Rome', 41, 2),
  (6, 'O''Hara', 'o@x.org', 'Paris', 19, 3);
INSERT INTO orders (id, user_id, item, amount, status, tags) VALUES
  (1, 1, 'lamp', 40, 'open', 'home,light'),
  (2, 1, 'desk', 310, 'paid', 'office'),
  (3, 2, 'chair', 95.50, 'open', NULL),
  (4, 3, 'shelf', 120, 'paid', 'home'),
  (5, 3, 'rug', 64, 'void', ''),
  (6, 5, 'cup', NULL, 'open', NULL),
  (7, NULL, 'box', 5, 'void', NULL);
INSERT INTO pets VALUES
  (1, 1, 'Rex', 'dog'), (2, 1, NULL, 'cat'), (3, 3, 'Tom', 'cat'), (4, 4, 'Rex', 'fish');
INSERT INTO rebates VALUES (0, 'none'), (5, 'small'), (NULL, 'unknown');
INSERT INTO logins VALUES
  (1, '2026-01-01 08:00:00', '10.0.0.1'), (1, '2026-01-02 09:30:00', '10.0.0.2'),
  (2, '2026-01-02 10:00:00', NULL), (9, '2026-01-03 00:00:00', '::1');
INSERT INTO `Order Lines` VALUES (1, 1, 2), (2, 2, 1), (3, 2, 7);
INSERT INTO widgets VALUES (1, 'bolt'), (2, 'nut'), (3, 'gear');
INSERT INTO visits VALUES (1, 'Ada'), (2, 'Ben');
INSERT INTO accounts VALUES (1, 'Ada');
INSERT INTO notes (id, body) VALUES (1, 'milk'), (2, 'bread'), (3, NULL);
INSERT INTO profiles VALUES (1, 'Ada', '1990-12-10'), (2, 'Ben', NULL);
INSERT INTO readings VALUES (1, '2025-05-05', 10), (1, '2026-05-05', 20), (2, '2026-06-06', NULL);

-- What a write does besides.
CREATE TABLE audit (op varchar(10), user_id int);
CREATE TRIGGER users_inserted AFTER INSERT ON users FOR EACH ROW INSERT INTO audit VALUES ('insert', NEW.id);
CREATE TRIGGER users_updated AFTER UPDATE ON users FOR EACH ROW INSERT INTO audit VALUES ('update', NEW.id);
CREATE TRIGGER users_deleted AFTER DELETE ON users FOR EACH ROW INSERT INTO audit VALUES ('delete', OLD.id);
CREATE VIEW adults AS SELECT id, name, age FROM users WHERE age >= 18;
