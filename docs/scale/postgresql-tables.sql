-- The tables of a transfer pack, in the order of its columns. Run once:
--   psql -f postgresql-tables.sql
CREATE TABLE record (
    id uuid PRIMARY KEY, key text NOT NULL, event_id text NOT NULL, activity text NOT NULL,
    form_version text NOT NULL, day date NOT NULL, revision integer NOT NULL, gone integer NOT NULL,
    lookup text NOT NULL, sealed text NOT NULL
);
CREATE TABLE tally (
    store_id text, event_id text, day date, name text, bucket text, total bigint NOT NULL,
    PRIMARY KEY (store_id, event_id, day, name, bucket)
);
