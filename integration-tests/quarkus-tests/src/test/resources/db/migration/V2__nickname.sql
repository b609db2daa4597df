ALTER TABLE members ADD COLUMN nickname varchar(40);
