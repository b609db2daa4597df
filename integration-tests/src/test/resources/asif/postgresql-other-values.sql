-- What a database has whose columns are hidden: values, defaults and indexes that must not show.
UPDATE users SET nickname = 'real' || id, level = id * 100;
UPDATE orders SET discount = 3.5;
UPDATE billing.invoices SET "Note" = 'real';
UPDATE "Order Lines" SET "Unit Price" = 1;
UPDATE accounts SET handle = 'real' || id;
UPDATE visits SET seen = '2001-01-01';
UPDATE widgets SET active = false, stock = 99, label = 'real', tags = '{real}', meta = '{}', nothing = 'real',
  feeling = 'cross', raw = '\x00', since = '2001-01-01', answer = 1, price = 1, code = 'zz';
ALTER TABLE users ALTER COLUMN nickname SET DEFAULT 'real', ALTER COLUMN level SET DEFAULT 77;
ALTER TABLE orders ALTER COLUMN discount SET DEFAULT 77;
ALTER TABLE widgets ALTER COLUMN label SET DEFAULT 'real', ALTER COLUMN stock SET DEFAULT 77;
TRUNCATE audit;
UPDATE gadgets SET short = 'real', cost = 9, doc = '{}', codes = '{real}', moods = NULL, spot = NULL, pair = NULL;
UPDATE vehicles SET color = 'real';
UPDATE readings SET unit = 'F';
UPDATE doubled SET note = 'real';
UPDATE visits SET day = '2001-01-01', who = 'real';
ALTER TABLE vehicles ALTER COLUMN color SET DEFAULT 'real';
