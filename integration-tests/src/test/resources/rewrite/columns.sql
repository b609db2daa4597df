ALTER TABLE users
  ADD COLUMN nickname varchar(40),
  ADD COLUMN level int NOT NULL DEFAULT 1,
  ADD COLUMN tags text[] DEFAULT '{x,y}',
  ADD COLUMN home place,
  ADD COLUMN "order" int DEFAULT 9,
  ADD COLUMN "Title" text;
ALTER TABLE orders ADD COLUMN discount numeric(10,2) NOT NULL DEFAULT 0, ADD COLUMN status text DEFAULT 'new';
ALTER TABLE items ADD COLUMN qty int DEFAULT 1, ADD COLUMN year int;
ALTER TABLE events ADD COLUMN kind text DEFAULT 'x';
