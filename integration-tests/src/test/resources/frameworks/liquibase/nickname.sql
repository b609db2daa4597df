--liquibase formatted sql

--changeset ada:nickname
ALTER TABLE users ADD COLUMN nickname varchar(40);
--rollback ALTER TABLE users DROP COLUMN nickname;
