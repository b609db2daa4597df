-- Every version of every row that users ever had, noted by the server, in the writer's transaction.
-- to_jsonb(NEW) has whatever columns the row has at that moment.
CREATE TABLE users_history (id bigint NOT NULL, visits int NOT NULL, nickname text);
CREATE INDEX ON users_history (id);

CREATE FUNCTION note_user() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO users_history VALUES (NEW.id, NEW.visits, to_jsonb(NEW) ->> 'nickname');
  RETURN NULL;
END
$$;

CREATE TRIGGER note_user AFTER INSERT OR UPDATE ON users FOR EACH ROW EXECUTE FUNCTION note_user();
