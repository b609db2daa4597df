CREATE TABLE users (id int PRIMARY KEY, name varchar(40));
INSERT INTO users VALUES (1, 'Ada');
