-- Transfer packs as they are, into DuckDB: run in the folder that holds `packs`.
--   duckdb office.duckdb < duckdb.sql
CREATE TABLE record AS
SELECT * FROM read_csv('packs/*/records.csv', all_varchar = true)
QUALIFY row_number() OVER (PARTITION BY id ORDER BY gone::INT DESC, revision::INT DESC) = 1;

CREATE TABLE tally AS
SELECT store_id, event_id, day, name, bucket, max(total::BIGINT) AS total
FROM read_csv('packs/*/tallies.csv', all_varchar = true)
GROUP BY ALL;

-- Who is counted, without any key: what is sealed stays sealed.
SELECT event_id, activity, day, count(*) AS records FROM record WHERE gone::INT % 2 = 0 GROUP BY ALL ORDER BY ALL;
SELECT event_id, name, bucket, sum(total) AS total FROM tally GROUP BY ALL ORDER BY ALL LIMIT 20;
