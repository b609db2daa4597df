-- Nicknames at the order desk, and a discount for those who have one.
ALTER TABLE users ADD COLUMN nickname varchar(40);
ALTER TABLE orders ADD COLUMN discount numeric(10,2) NOT NULL DEFAULT 0;

CREATE INDEX users_nickname ON users (nickname);
