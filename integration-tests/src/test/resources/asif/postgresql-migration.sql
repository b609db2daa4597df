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

ALTER TABLE gadgets
  ADD COLUMN pair pair DEFAULT '(1,x)',
  ADD COLUMN short short_text DEFAULT 'short',
  ADD COLUMN cost cost NOT NULL DEFAULT 2,
  ADD COLUMN bits bit(3) DEFAULT B'101',
  ADD COLUMN varbits bit varying(5) DEFAULT B'11',
  ADD COLUMN words varchar DEFAULT 'any',
  ADD COLUMN amount numeric DEFAULT 1.50,
  ADD COLUMN stamp timestamptz(3) DEFAULT '2026-01-01 00:00:00.123+00',
  ADD COLUMN clock time(0) with time zone DEFAULT '10:00+02',
  ADD COLUMN gap interval day to second (2) DEFAULT '1 day 00:00:01.25',
  ADD COLUMN codes varchar(5)[] DEFAULT '{}',
  ADD COLUMN doc json DEFAULT '{"a": 1}',
  ADD COLUMN addr inet DEFAULT '10.0.0.1',
  ADD COLUMN net cidr DEFAULT '10.0.0.0/8',
  ADD COLUMN mac macaddr DEFAULT '08:00:2b:01:02:03',
  ADD COLUMN spot point DEFAULT '(1,2)',
  ADD COLUMN area box DEFAULT '(2,2),(1,1)',
  ADD COLUMN span int4range DEFAULT '[1,5)',
  ADD COLUMN days daterange DEFAULT '[2026-01-01,2026-02-01)',
  ADD COLUMN cash money DEFAULT 5,
  ADD COLUMN letter "char" DEFAULT 'c',
  ADD COLUMN thing oid DEFAULT 42,
  ADD COLUMN moods mood[] DEFAULT '{calm,glad}',
  ADD COLUMN grid int[][] DEFAULT '{{1,2},{3,4}}',
  ADD COLUMN search tsvector DEFAULT 'fat cat',
  ADD COLUMN asked tsquery DEFAULT 'fat & cat',
  ADD COLUMN way jsonpath DEFAULT '$.a',
  ADD COLUMN pairs pair[] DEFAULT ARRAY[ROW(1, 'x')::pair],
  ADD COLUMN shorts short_text[] DEFAULT '{ab}',
  ADD COLUMN label name DEFAULT 'label',
  ADD COLUMN place regclass DEFAULT 'users',
  ADD COLUMN wide char(8) DEFAULT 'pad',
  ADD COLUMN sorted text COLLATE "C" DEFAULT 'sorted',
  ADD COLUMN snap pg_lsn DEFAULT '0/10',
  ADD COLUMN exact numeric(4,1) DEFAULT -0.5,
  ADD COLUMN plain "text" DEFAULT E'tab\there';

-- Not constants, each evaluated once.
ALTER TABLE visits
  ADD COLUMN day date NOT NULL DEFAULT CURRENT_DATE,
  ADD COLUMN hour timestamp(0) DEFAULT LOCALTIMESTAMP,
  ADD COLUMN later timestamptz DEFAULT now() + interval '1 day',
  ADD COLUMN who name DEFAULT CURRENT_USER;

ALTER TABLE vehicles ADD COLUMN color text DEFAULT 'grey';
ALTER TABLE cars ADD COLUMN IF NOT EXISTS color text DEFAULT 'grey';
ALTER TABLE readings ADD COLUMN unit text NOT NULL DEFAULT 'C';
ALTER TABLE doubled ADD COLUMN note text;
CREATE OR REPLACE VIEW adults AS SELECT id, name, age, nickname FROM users WHERE age >= 18;
