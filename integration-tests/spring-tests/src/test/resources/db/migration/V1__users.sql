CREATE TABLE users (id int PRIMARY KEY, name varchar(40), version int);
INSERT INTO users VALUES (1, 'Ada', 0);
