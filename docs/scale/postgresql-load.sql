-- Transfer packs as they are, into PostgreSQL: run in the folder that holds `packs`, as often as packs come.
--   psql -f postgresql-load.sql
\set ON_ERROR_STOP on
BEGIN;
CREATE TEMP TABLE new_record (LIKE record) ON COMMIT DROP;
CREATE TEMP TABLE new_tally (LIKE tally) ON COMMIT DROP;
\copy new_record FROM PROGRAM 'tail -q -n +2 packs/*/records.csv' WITH (FORMAT csv)
\copy new_tally FROM PROGRAM 'tail -q -n +2 packs/*/tallies.csv' WITH (FORMAT csv)
-- As the office merges: a withdrawal beats all, then the higher revision; a total never falls.
INSERT INTO record
SELECT DISTINCT ON (id) * FROM new_record ORDER BY id, gone DESC, revision DESC
ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, gone = excluded.gone, sealed = excluded.sealed
WHERE (excluded.gone, excluded.revision) > (record.gone, record.revision);
INSERT INTO tally
SELECT store_id, event_id, day, name, bucket, max(total) FROM new_tally GROUP BY 1, 2, 3, 4, 5
ON CONFLICT (store_id, event_id, day, name, bucket) DO UPDATE SET total = greatest(tally.total, excluded.total);
COMMIT;
SELECT event_id, activity, day, count(*) AS records FROM record WHERE gone % 2 = 0 GROUP BY 1, 2, 3 ORDER BY 1, 2, 3;
