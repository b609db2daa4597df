-- What a database has whose columns are hidden: values, defaults and indexes that must not show.
UPDATE users SET nickname = concat('real', id), level = id * 100;
UPDATE orders SET discount = 3.5;
UPDATE `Order Lines` SET `Unit Price` = 1;
UPDATE accounts SET handle = concat('real', id);
UPDATE visits SET seen = '2001-01-01';
UPDATE notes SET mood = 'real', stars = 9, touched = touched;
UPDATE profiles SET handle = 'real', bio = 'real', shoe = 1;
UPDATE readings SET unit = 'F';
UPDATE widgets SET active = false, stock = 99, label = 'real', meta = '{}', nothing = 'real', feeling = 'cross',
  raw = x'00', since = '2001-01-01', answer = 1, price = 1, code = 'zz', options = 'y', tiny = 1;
ALTER TABLE users ALTER COLUMN nickname SET DEFAULT 'real', ALTER COLUMN level SET DEFAULT 77;
ALTER TABLE orders ALTER COLUMN discount SET DEFAULT 77;
ALTER TABLE widgets ALTER COLUMN label SET DEFAULT 'real', ALTER COLUMN stock SET DEFAULT 77;
DELETE FROM audit;
