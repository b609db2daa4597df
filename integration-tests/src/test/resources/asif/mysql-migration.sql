-- What one twin has and the other lacks, on MySQL and on MariaDB. Lacuna reads its declarations from this very file.
ALTER TABLE users ADD COLUMN nickname varchar(40);
ALTER TABLE users ADD COLUMN level int NOT NULL DEFAULT 1;
ALTER TABLE orders ADD COLUMN discount decimal(10,2) NOT NULL DEFAULT 0;

ALTER TABLE `Order Lines` ADD COLUMN `Unit Price` decimal(8,2) DEFAULT 9.99;
ALTER TABLE accounts ADD COLUMN handle varchar(40) UNIQUE;
ALTER TABLE notes ADD COLUMN mood varchar(20), ADD COLUMN stars tinyint unsigned NOT NULL DEFAULT 3;
ALTER TABLE profiles
  ADD COLUMN handle varchar(20) DEFAULT 'nobody' FIRST,
  ADD COLUMN `bio` text AFTER name,
  ADD COLUMN shoe decimal(3,1) AFTER `bio`;
ALTER TABLE readings ADD COLUMN unit char(3) NOT NULL DEFAULT 'C';

# A column of every type; some of the defaults are not constants.
ALTER TABLE widgets
  ADD COLUMN active boolean NOT NULL DEFAULT true,
  ADD COLUMN flag bit(1) DEFAULT b'1',
  ADD COLUMN bits bit(12) DEFAULT b'101',
  ADD COLUMN tiny tinyint DEFAULT -5,
  ADD COLUMN utiny tinyint unsigned DEFAULT 250,
  ADD COLUMN small smallint DEFAULT 7,
  ADD COLUMN usmall smallint unsigned DEFAULT 65000,
  ADD COLUMN med mediumint DEFAULT -70000,
  ADD COLUMN umed mediumint unsigned,
  ADD COLUMN stock int DEFAULT -1,
  ADD COLUMN ustock int unsigned DEFAULT 4000000000,
  ADD COLUMN serial_no bigint DEFAULT 9000000000,
  ADD COLUMN userial bigint unsigned DEFAULT 18000000000000000000,
  ADD COLUMN price decimal(8,3) DEFAULT 12.5,
  ADD COLUMN uprice decimal(8,3) unsigned,
  ADD COLUMN whole decimal(20),
  ADD COLUMN weight float DEFAULT 1.25,
  ADD COLUMN ratio double DEFAULT 0.5,
  ADD COLUMN code char(4) DEFAULT 'ab',
  ADD COLUMN label varchar(40) DEFAULT 'it''s; "new"',
  ADD COLUMN latin varchar(20) CHARACTER SET latin1 DEFAULT 'é',
  ADD COLUMN exact varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT 'Bin',
  ADD COLUMN ttext tinytext,
  ADD COLUMN body text DEFAULT ('some ''quoted'' text'),
  ADD COLUMN mtext mediumtext,
  ADD COLUMN ltext longtext,
  ADD COLUMN bin binary(4) DEFAULT 'ab',
  ADD COLUMN raw varbinary(20) DEFAULT x'cafe',
  ADD COLUMN tblob tinyblob,
  ADD COLUMN blb blob DEFAULT ('blob'),
  ADD COLUMN mblob mediumblob,
  ADD COLUMN lblob longblob,
  ADD COLUMN since date DEFAULT '2026-02-28',
  ADD COLUMN alarm time DEFAULT '07:30:00',
  ADD COLUMN alarm3 time(3) DEFAULT '01:02:03.125',
  ADD COLUMN made datetime DEFAULT '2026-02-28 12:00:00',
  ADD COLUMN made6 datetime(6) DEFAULT '2026-02-28 12:00:00.123456',
  ADD COLUMN sold timestamp NULL DEFAULT '2026-03-01 12:00:00',
  ADD COLUMN sold3 timestamp(3) NULL,
  ADD COLUMN vintage year DEFAULT 1999,
  ADD COLUMN meta json DEFAULT ('{"a": [1, 2]}'),
  ADD COLUMN feeling enum('calm', 'glad', 'cross') NOT NULL DEFAULT 'calm',
  ADD COLUMN options set('x', 'y', 'z') DEFAULT 'x,z',
  ADD COLUMN place point,
  ADD COLUMN answer int DEFAULT (2 * (3 + 4) * 3),
  ADD COLUMN shout varchar(10) DEFAULT (concat(upper('who'), '!')),
  ADD COLUMN nothing varchar(40);

-- Not a constant: all rows have the time of the one statement.
ALTER TABLE visits ADD COLUMN seen datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6);

CREATE INDEX users_nickname ON users (nickname);
