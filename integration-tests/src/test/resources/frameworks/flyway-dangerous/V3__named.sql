ALTER TABLE users ADD CONSTRAINT named CHECK (name <> '');
