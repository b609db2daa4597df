ALTER TABLE users ADD COLUMN nickname varchar(40);
UPDATE users SET nickname = 'ace' WHERE id = 1;
