-- What one twin has and the other lacks. Lacuna reads its declarations from this very file.
ALTER TABLE users ADD COLUMN nickname varchar(40);
ALTER TABLE users ADD COLUMN level int NOT NULL DEFAULT 1;
ALTER TABLE orders ADD COLUMN discount numeric(10,2) NOT NULL DEFAULT 0;

ALTER TABLE billing.invoices ADD COLUMN "Note" text DEFAULT 'n/a';
ALTER TABLE "Order Lines" ADD COLUMN "Unit Price" numeric(8,2) DEFAULT 9.99;
ALTER TABLE accounts ADD COLUMN handle text UNIQUE;

/* A column of every type; some of the defaults are not constants. */
ALTER TABLE widgets
  ADD COLUMN active boolean NOT NULL DEFAULT true,
  ADD COLUMN stock integer DEFAULT -1,
  ADD COLUMN small smallint DEFAULT 7,
  ADD COLUMN serial_no bigint DEFAULT 9000000000,
  ADD COLUMN ratio double precision DEFAULT 0.5,
  ADD COLUMN weight real DEFAULT 1.25,
  ADD COLUMN price numeric(8,3) DEFAULT 12.5,
  ADD COLUMN label text DEFAULT 'it''s; "new"',
  ADD COLUMN code char(4) DEFAULT 'ab',
  ADD COLUMN body text DEFAULT $q$dollar 'quoted'$q$,
  ADD COLUMN feeling mood NOT NULL DEFAULT 'calm',
  ADD COLUMN tags text[] DEFAULT '{a,b}',
  ADD COLUMN sizes int[] DEFAULT ARRAY[1, 2],
  ADD COLUMN meta jsonb DEFAULT '{"a": [1, 2]}',
  ADD COLUMN token uuid DEFAULT '00000000-0000-0000-0000-00000000002a',
  ADD COLUMN raw bytea DEFAULT '\xcafe',
  ADD COLUMN since date DEFAULT DATE '2026-02-28',
  ADD COLUMN alarm time DEFAULT '07:30',
  ADD COLUMN made timestamp(3) DEFAULT '2026-02-28 12:00:00.125',
  ADD COLUMN sold timestamptz DEFAULT '2026-03-01 12:00:00+00',
  ADD COLUMN span interval DEFAULT '1 day 02:03',
  ADD COLUMN answer int DEFAULT 2 * (3 + 4) * 3,
  ADD COLUMN shout text DEFAULT upper('who') || '!',
  ADD COLUMN nothing text;

-- Not a constant: all rows have the time of the one statement.
ALTER TABLE visits ADD COLUMN seen timestamptz NOT NULL DEFAULT now();

CREATE INDEX users_nickname ON users (nickname);
