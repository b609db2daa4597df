CREATE TABLE customers (id bigint PRIMARY KEY, name varchar(40)) ENGINE=InnoDB;
CREATE TABLE orders (
  id bigint NOT NULL PRIMARY KEY,
  customer_id bigint,
  note varchar(40),
  wide varchar(300),
  quantity int,
  small smallint unsigned,
  total decimal(10,2) NOT NULL,
  state enum('new','paid'),
  doubled int GENERATED ALWAYS AS (quantity * 2) VIRTUAL,
  code char(3),
  KEY by_note (note),
  UNIQUE KEY by_code (code, id),
  KEY by_customer (customer_id)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4;
CREATE TABLE searched (id bigint NOT NULL PRIMARY KEY, body text, FULLTEXT KEY words (body)) ENGINE=InnoDB;
CREATE TABLE searched_once (id bigint NOT NULL PRIMARY KEY, n_old int, body text, FULLTEXT KEY words (body)) ENGINE=InnoDB;
CREATE TABLE packed (id bigint NOT NULL PRIMARY KEY, n int) ENGINE=InnoDB ROW_FORMAT=COMPRESSED;
CREATE TABLE items (id bigint NOT NULL PRIMARY KEY, customer_id bigint, n int CHECK (n > 0), CONSTRAINT items_customer FOREIGN KEY (customer_id) REFERENCES customers (id)) ENGINE=InnoDB;
CREATE TABLE cascaded (id bigint NOT NULL PRIMARY KEY, customer_id bigint, n int, CONSTRAINT cascaded_customer FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE) ENGINE=InnoDB;
CREATE TABLE events (id bigint NOT NULL PRIMARY KEY, note varchar(40), quantity int) ENGINE=InnoDB PARTITION BY HASH (id) PARTITIONS 4;
INSERT INTO customers VALUES (1, 'Ada');
INSERT INTO orders (id, customer_id, note, wide, quantity, small, total, state, code) VALUES (1, 1, 'a', 'b', 1, 1, 1, 'new', 'x'), (2, 1, 'b', 'b', 2, 2, 2, 'paid', 'y');
INSERT INTO searched VALUES (1, 'words');
INSERT INTO packed VALUES (1, 1);
INSERT INTO items VALUES (1, 1, 1);
INSERT INTO searched_once VALUES (1, 1, 'words');
ALTER TABLE searched_once DROP INDEX words;
INSERT INTO cascaded VALUES (1, 1, 1);
INSERT INTO events VALUES (1, 'a', 1), (2, 'b', 2);
