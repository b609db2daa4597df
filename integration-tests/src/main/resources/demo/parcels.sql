CREATE TABLE parcels (id int PRIMARY KEY, order_id int, weight int) WITH (autovacuum_enabled = off);
INSERT INTO parcels SELECT i, i % 500, i % 90 FROM generate_series(1, 20000) i;
CREATE INDEX parcels_of_order ON parcels (order_id) INCLUDE (id, weight);
CHECKPOINT;
VACUUM ANALYZE parcels;
