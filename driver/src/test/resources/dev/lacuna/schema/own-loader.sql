ALTER TABLE users ADD COLUMN found_by_own_loader text;
